package app.resim.openid;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * What was agreed with one provider of accounts.
 *
 * @param issuer its address, as it stands in its tokens; blank where there is none
 * @param clientId what it calls Resim
 * @param clientSecret by which it knows Resim
 * @param name what the account is called on the button; blank for the brand's name
 * @param scopes asked for
 * @param algorithm by which it signs
 * @param strongAcr values of {@code acr} of which one has to stand in the token for a
 * strong proof
 * @param strongAmr values of {@code amr} of which one has to
 */
record Agreed(@DefaultValue("") String issuer, @DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
		@DefaultValue("") String name, @DefaultValue("openid") List<String> scopes,
		@DefaultValue("RS256") String algorithm, @DefaultValue List<String> strongAcr,
		@DefaultValue List<String> strongAmr) {

	/** RFC 8176: what came by way of a phone number proves nothing about its owner. */
	private static final Set<String> BY_PHONE_NUMBER = Set.of("sms", "tel");

	Agreed {
		if (!issuer.isBlank() && (clientId.isBlank() || clientSecret.isBlank())) {
			throw new IllegalArgumentException(
					"resim.account.openid: an issuer is set, but its client-id or client-secret is missing");
		}
		if (SignatureAlgorithm.from(algorithm) == null) {
			throw new IllegalArgumentException("resim.account.openid: algorithm must be RS256, ES256 or their kin");
		}
		if (strongAmr.stream().anyMatch(Agreed::byPhoneNumber)) {
			throw new IllegalArgumentException(
					"resim.account.openid: a message or a call to a phone number is no strong proof");
		}
	}

	boolean set() {
		return !this.issuer.isBlank();
	}

	boolean mayBeStrong() {
		return !this.strongAcr.isEmpty() || !this.strongAmr.isEmpty();
	}

	/** Where both are agreed, both have to stand there. */
	boolean strong(@Nullable String acr, List<String> amr) {
		return mayBeStrong() && (this.strongAcr.isEmpty() || (acr != null && this.strongAcr.contains(acr)))
				&& (this.strongAmr.isEmpty() || amr.stream().anyMatch(this.strongAmr::contains))
				&& amr.stream().noneMatch(Agreed::byPhoneNumber);
	}

	private static boolean byPhoneNumber(String method) {
		return BY_PHONE_NUMBER.contains(method.toLowerCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return "Agreed[" + this.issuer + "]";
	}

}
