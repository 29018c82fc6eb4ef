package app.resim.openid;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * People as a provider would have signed them.
 */
public final class Identities {

	private Identities() {
	}

	/**
	 * Somebody.
	 * @param at when they signed in there
	 * @param strong whether strongly
	 * @param claims besides {@code sub} unless they have one
	 * @return who
	 */
	public static Identity of(Instant at, boolean strong, Map<String, Object> claims) {
		var all = new HashMap<String, Object>(Map.of("sub", "s-1"));
		all.putAll(claims);
		return new Identity("https://login.example", new OidcIdToken("token", at, at.plusSeconds(60), all), at, strong);
	}

}
