package app.resim.watch;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Whoever reaches the port for operators may ask what it answers, which is no secret of
 * anybody; who reaches it is a matter of its address and of the network. Where it is no
 * port of its own this chain is missing, and the customers' chain lets nobody in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class OwnPort {

	private static final String MANAGEMENT = "management";

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain operators(HttpSecurity http) {
		http.securityMatcher(OwnPort::cameByIt);
		http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
		http.csrf(AbstractHttpConfigurer::disable);
		http.requestCache(AbstractHttpConfigurer::disable);
		http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		return http.build();
	}

	private static boolean cameByIt(HttpServletRequest request) {
		ApplicationContext serving = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
		return WebServerApplicationContext.hasServerNamespace(serving, MANAGEMENT);
	}

}
