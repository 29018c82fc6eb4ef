package app.resim;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Time that tests move.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestTime {

	@Bean
	@Primary
	MovingClock movingClock() {
		return new MovingClock();
	}

}
