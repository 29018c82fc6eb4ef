package app.resim.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Marks a test that walks the pages in a real browser. The whole of Resim is started once
 * for all of them, with demo people and an embedded database in memory. A test method
 * that asks for a {@link Visitor} gets one, and fails if its browser complained about
 * anything; {@link Visitors} brings more than one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = { "resim.data=./target/journey",
		"spring.main.banner-mode=off", "resim.limits.times=50",
		"spring.datasource.url=jdbc:h2:mem:journey;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
@ContextConfiguration(initializers = FreePort.class)
@ExtendWith(VisitorExtension.class)
public @interface Journey {

}
