package app.resim.ui;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import app.resim.account.Factor;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.kernel.SubscriberId;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in customer: the subscriber id, and what was proven when. It carries no name,
 * number or address.
 */
final class CustomerSeat extends AbstractAuthenticationToken {

	static final String ROLE = "CUSTOMER";

	private final Proof proof;

	CustomerSeat(Proof proof) {
		super(authorities(proof));
		this.proof = proof;
		setAuthenticated(true);
	}

	private static List<GrantedAuthority> authorities(Proof proof) {
		return Stream
			.concat(Stream.of(new SimpleGrantedAuthority("ROLE_" + ROLE)),
					proof.factors().stream().map(CustomerSeat::authority))
			.toList();
	}

	static GrantedAuthority authority(Proven proven) {
		return FactorGrantedAuthority.withAuthority(name(proven.factor())).issuedAt(proven.at()).build();
	}

	private static String name(Factor factor) {
		return switch (factor) {
			case MAIL_CODE -> FactorGrantedAuthority.OTT_AUTHORITY;
			case PASSKEY -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY;
			case OPERATOR_ACCOUNT -> FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
			case STRONG_OPERATOR_ACCOUNT, AUTHENTICATOR_APP, RECOVERY_CODE -> "FACTOR_" + factor.name();
		};
	}

	Proof proof() {
		return this.proof;
	}

	SubscriberId subscriber() {
		return this.proof.who();
	}

	Instant factorAt() {
		return this.proof.latest();
	}

	@Override
	public String getPrincipal() {
		return subscriber().subscriber();
	}

	@Override
	public String getCredentials() {
		return "";
	}

}
