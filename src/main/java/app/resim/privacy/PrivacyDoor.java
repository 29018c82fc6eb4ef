package app.resim.privacy;

import java.util.List;

import app.resim.callers.Callers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The door for the operator's own back end. As long as nothing is agreed there is no such
 * door.
 */
@Configuration
class PrivacyDoor {

	@Bean
	@Order(11)
	SecurityFilterChain privacyChain(HttpSecurity http, @Value("${resim.privacy.subject:}") String subject,
			@Value("${resim.privacy.secret:}") String secret) {
		var callers = new Callers(subject, List.of(secret));
		return http.securityMatcher(PrivacyController.PATHS)
			.authorizeHttpRequests(requests -> requests.anyRequest().access(callers))
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling(refused -> refused.authenticationEntryPoint(refusal(callers)))
			.build();
	}

	static AuthenticationEntryPoint refusal(Callers callers) {
		if (callers.nobody()) {
			return (request, response, ex) -> PrivacyController.problem(response, HttpStatus.NOT_FOUND, "Not found",
					"There is nothing here.");
		}
		return (request, response, ex) -> {
			response.setHeader("WWW-Authenticate", "Bearer");
			PrivacyController.problem(response, HttpStatus.UNAUTHORIZED, "Not authorised",
					"Show the agreed client certificate or bearer token.");
		};
	}

}
