package app.resim.openid;

import java.io.Serializable;
import java.time.Instant;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A way to the provider and back, for one browser and one return.
 */
public final class Journey implements Serializable {

	private final OAuth2AuthorizationRequest asked;

	private final Instant begunAt;

	private final boolean again;

	Journey(OAuth2AuthorizationRequest asked, Instant begunAt, boolean again) {
		this.asked = asked;
		this.begunAt = begunAt;
		this.again = again;
	}

	OAuth2AuthorizationRequest asked() {
		return this.asked;
	}

	Instant begunAt() {
		return this.begunAt;
	}

	boolean again() {
		return this.again;
	}

}
