package app.resim.provisioning.es2plus;

import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import app.resim.callers.Callers;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * The ES2+ client and the door for progress notices.
 */
@Configuration
@EnableConfigurationProperties(Es2PlusProperties.class)
class Es2PlusConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(Es2PlusConfiguration.class);

	@Bean
	Es2PlusClient profileServer(Es2PlusProperties agreed, ObjectProvider<StandIn> standIn, SslBundles bundles,
			MeterRegistry meters) throws NoSuchAlgorithmException {
		var wire = new Wire(agreed.connectTimeout(), agreed.connectTimeout().plus(agreed.readTimeout()),
				tls(agreed, bundles));
		return new Es2PlusClient(agreed, Optional.ofNullable(standIn.getIfAvailable()), wire, meters);
	}

	/** A bundle that is loaded anew is used from the next call on. */
	static Supplier<SSLContext> tls(Es2PlusProperties agreed, SslBundles bundles) throws NoSuchAlgorithmException {
		if (agreed.sslBundle().isBlank()) {
			SSLContext platform = SSLContext.getDefault();
			return () -> platform;
		}
		var current = new AtomicReference<>(bundles.getBundle(agreed.sslBundle()).createSslContext());
		bundles.addBundleUpdateHandler(agreed.sslBundle(), renewed -> current.set(renewed.createSslContext()));
		return current::get;
	}

	@Bean
	@Order(10)
	SecurityFilterChain es2PlusChain(HttpSecurity http, Es2PlusProperties agreed, ObjectProvider<StandIn> standIn) {
		// a forged report would switch the old SIM of a damaged phone off
		Callers callers = callers(agreed.callback(), Optional.ofNullable(standIn.getIfAvailable()));
		if (callers.nobody()) {
			LOG.warn("Nobody may report installations: set resim.provisioning.es2plus.callback.subject or .secret");
		}
		return http.securityMatcher("/gsma/**")
			.authorizeHttpRequests(requests -> requests.anyRequest().access(callers))
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling(
					refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
			.build();
	}

	static Callers callers(Es2PlusProperties.Callback agreed, Optional<StandIn> standIn) {
		return new Callers(agreed.subject(),
				Stream.concat(Stream.of(agreed.secret()), standIn.map(StandIn::secret).stream()).toList());
	}

}
