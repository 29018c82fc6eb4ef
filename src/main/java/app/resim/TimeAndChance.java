package app.resim;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The only place where real time and real randomness enter. Everything else is handed a
 * {@link Clock} and a {@link RandomGenerator}; tests hand in their own.
 */
@Configuration
class TimeAndChance {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	RandomGenerator chance() {
		return new SecureRandom();
	}

}
