package app.resim.provisioning.simulated;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.provisioning.port.IccidSupply;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * The simulated SM-DP+'s pool, and its door: only the client of this process knows the
 * token, so nobody outside can order from it.
 */
@Configuration
@WhileNoServerIsConfigured
class SimulatedSmDpConfiguration {

	@Bean
	@ConditionalOnProperty(name = "resim.provisioning.iccid-pool", havingValue = "simulated", matchIfMissing = true)
	IccidSupply simulatedPool(RandomGenerator chance) {
		return new SimulatedPool(chance);
	}

	@Bean
	@Order(11)
	SecurityFilterChain simulatedSmDpChain(HttpSecurity http, Loopback loopback) {
		byte[] expected = ("Bearer " + loopback.secret()).getBytes(UTF_8);
		return http.securityMatcher(Loopback.PATH + "/**")
			.authorizeHttpRequests(requests -> requests.anyRequest()
				.access((nobody, context) -> new AuthorizationDecision(
						Optional.ofNullable(context.getRequest().getHeader("Authorization"))
							.map(shown -> MessageDigest.isEqual(expected, shown.getBytes(UTF_8)))
							.orElse(false))))
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling(
					refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
			.build();
	}

}
