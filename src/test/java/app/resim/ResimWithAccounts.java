package app.resim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import app.resim.identity.RememberedExaminations;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * Starts all of Resim as {@link WholeResim} does, with accounts of the operator for
 * customers and staff, and no passwords of staff. The test says where the provider is.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("module")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "db-scheduler.enabled=false",
		"resim.data=target/accounts", "resim.wording.strict=true", "resim.notification.head-start=PT0S",
		"resim.limits.times=1000", "resim.account.openid.customers.name=My Tidewire",
		"resim.account.openid.customers.claim=customer_no", "resim.account.openid.customers.first=true",
		"resim.account.openid.customers.strong-amr=otp", "resim.account.openid.staff.strong-amr=otp",
		"resim.account.openid.staff.passwords=false", "resim.account.openid.staff.roles.reviewer=resim-desk",
		"resim.account.openid.staff.roles.senior=resim-lead",
		"spring.datasource.url=jdbc:h2:mem:accounts;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
@Import({ TestTime.class, RememberedExaminations.class })
public @interface ResimWithAccounts {

}
