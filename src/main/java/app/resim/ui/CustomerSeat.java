package app.resim.ui;

import java.time.Instant;
import java.util.List;

import app.resim.kernel.SubscriberId;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in customer: the subscriber id and when the code was entered. It carries no
 * name, number or address.
 */
final class CustomerSeat extends AbstractAuthenticationToken {

	static final String ROLE = "CUSTOMER";

	private final SubscriberId subscriber;

	private final Instant factorAt;

	CustomerSeat(SubscriberId subscriber, Instant factorAt) {
		super(List.of(new SimpleGrantedAuthority("ROLE_" + ROLE),
				FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.OTT_AUTHORITY).issuedAt(factorAt).build()));
		this.subscriber = subscriber;
		this.factorAt = factorAt;
		setAuthenticated(true);
	}

	SubscriberId subscriber() {
		return this.subscriber;
	}

	Instant factorAt() {
		return this.factorAt;
	}

	@Override
	public String getPrincipal() {
		return this.subscriber.subscriber();
	}

	@Override
	public String getCredentials() {
		return "";
	}

}
