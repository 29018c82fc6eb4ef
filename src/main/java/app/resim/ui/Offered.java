package app.resim.ui;

import app.resim.openid.OpenId;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether the settings name a provider of accounts.
 */
abstract class Offered implements Condition {

	private final String issuer;

	private Offered(String issuer) {
		this.issuer = issuer;
	}

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return !context.getEnvironment().getProperty(this.issuer, "").isBlank();
	}

	/** One for customers. */
	static final class ToCustomers extends Offered {

		ToCustomers() {
			super(OpenId.CUSTOMERS_ISSUER);
		}

	}

	/** One for staff. */
	static final class ToStaff extends Offered {

		ToStaff() {
			super(OpenId.STAFF_ISSUER);
		}

	}

}
