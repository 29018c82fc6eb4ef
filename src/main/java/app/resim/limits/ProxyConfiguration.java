package app.resim.limits;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Who may say where a request came from.
 */
@Configuration
class ProxyConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(
			@Value("${resim.trusted-proxies:}") List<String> trusted) {
		return server -> server.addEngineValves(new TrustedProxies(trusted));
	}

}
