package app.resim.openid;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * The operator's providers of accounts. Nobody is asked before somebody wants to sign in,
 * so a provider that is down keeps nothing from starting.
 *
 * @see "decision 0023"
 */
@Service
public class OpenId {

	/** The setting that makes the customers' button exist. */
	public static final String CUSTOMERS_ISSUER = "resim.account.openid.customers.issuer";

	/** The setting that makes the staff's button exist. */
	public static final String STAFF_ISSUER = "resim.account.openid.staff.issuer";

	/** Where the customers' provider sends browsers back to. */
	public static final String CUSTOMERS_BACK = "/sign-in/operator/back";

	/** Where the staff's provider sends browsers back to. */
	public static final String STAFF_BACK = "/staff/sign-in/operator/back";

	/** With each call to a provider; coming back takes up to two. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private final Optional<OpenIdProvider> customers;

	private final Optional<OpenIdProvider> staff;

	OpenId(Environment settings, @Value("${resim.public-url}") URI home, Clock clock) {
		this.customers = provider(settings, "customers", home.resolve(CUSTOMERS_BACK), clock);
		this.staff = provider(settings, "staff", home.resolve(STAFF_BACK), clock);
	}

	private static Optional<OpenIdProvider> provider(Environment settings, String whose, URI back, Clock clock) {
		Agreed agreed = Binder.get(settings).bindOrCreate("resim.account.openid." + whose, Agreed.class);
		return agreed.set() ? Optional.of(new OpenIdProvider(whose, agreed, back, clock, PATIENCE)) : Optional.empty();
	}

	/**
	 * Where customers have an account.
	 * @return empty if nothing is set
	 */
	public Optional<OpenIdProvider> customers() {
		return this.customers;
	}

	/**
	 * Where staff has an account.
	 * @return empty if nothing is set
	 */
	public Optional<OpenIdProvider> staff() {
		return this.staff;
	}

}
