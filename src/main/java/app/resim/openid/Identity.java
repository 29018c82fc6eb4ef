package app.resim.openid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * Who somebody is, as the provider has signed it.
 */
public final class Identity {

	private final String issuer;

	private final OidcIdToken token;

	private final Instant provenAt;

	private final boolean strong;

	Identity(String issuer, OidcIdToken token, Instant provenAt, boolean strong) {
		this.issuer = issuer;
		this.token = token;
		this.provenAt = provenAt;
		this.strong = strong;
	}

	/**
	 * Whose word this is.
	 * @return the issuer, as it is set
	 */
	public String issuer() {
		return this.issuer;
	}

	/**
	 * The account, in a name that its owner cannot change.
	 * @return unique at the issuer
	 */
	public String subject() {
		return Objects.requireNonNull(this.token.getSubject());
	}

	/**
	 * When its owner signed in there; never in the future.
	 * @return the instant
	 */
	public Instant provenAt() {
		return this.provenAt;
	}

	/**
	 * Whether they proved there what the settings ask for a strong proof.
	 * @return false where the settings ask for nothing
	 */
	public boolean strong() {
		return this.strong;
	}

	/**
	 * The mailbox of which the provider says that it is its owner's.
	 * @return empty if it does not say so
	 */
	public Optional<String> verifiedEmail() {
		return Boolean.TRUE.equals(this.token.getEmailVerified()) ? Optional.ofNullable(this.token.getEmail())
				: Optional.empty();
	}

	/**
	 * What a claim says.
	 * @param claim its name, or a path with dots
	 * @return empty if it is missing, blank or no text
	 */
	public Optional<String> text(String claim) {
		return (find(claim) instanceof String text && !text.isBlank()) ? Optional.of(text) : Optional.empty();
	}

	/**
	 * All that a claim says.
	 * @param claim its name, or a path with dots
	 * @return texts; none if it is missing
	 */
	public List<String> texts(String claim) {
		return switch (find(claim)) {
			case String text -> List.of(text);
			case Collection<?> several ->
				several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
			case null, default -> List.of();
		};
	}

	/**
	 * An instant that a claim tells.
	 * @param claim its name, or a path with dots
	 * @return empty if it is missing or no number of seconds since 1970
	 */
	public Optional<Instant> instant(String claim) {
		return switch (find(claim)) {
			case Instant instant -> Optional.of(instant);
			case Number seconds when seconds.longValue() > 0 && seconds.longValue() < Integer.MAX_VALUE * 100L ->
				Optional.of(Instant.ofEpochSecond(seconds.longValue()));
			case null, default -> Optional.empty();
		};
	}

	private @Nullable Object find(String claim) {
		Map<?, ?> claims = this.token.getClaims();
		if (claims.containsKey(claim)) {
			return claims.get(claim);
		}
		Object found = claims;
		for (String step : claim.split("\\.")) {
			found = (found instanceof Map<?, ?> map) ? map.get(step) : null;
		}
		return found;
	}

	@Override
	public String toString() {
		return "Identity[strong=" + this.strong + "]";
	}

}
