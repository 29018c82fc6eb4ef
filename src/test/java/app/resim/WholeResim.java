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
 * Starts all of Resim once for all tests that carry it: embedded database in memory,
 * simulated outer systems over real HTTP, a clock that tests move, and no jobs in the
 * background, so that a test runs each leg itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("module")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "db-scheduler.enabled=false",
		"resim.data=target/whole", "resim.wording.strict=true", "resim.notification.head-start=PT0S",
		"resim.privacy.secret=hush-for-tests", "resim.limits.times=1000",
		"spring.datasource.url=jdbc:h2:mem:whole;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
@Import({ TestTime.class, RememberedExaminations.class })
public @interface WholeResim {

}
