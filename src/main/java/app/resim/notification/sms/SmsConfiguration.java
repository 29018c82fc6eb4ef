package app.resim.notification.sms;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import javax.net.ssl.SSLContext;

import app.resim.notification.port.ShortMessageGateway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway that {@code resim.notification.sms.adapter} names.
 */
@Configuration
class SmsConfiguration {

	/** A bundle that is loaded anew is used from the next connection on. */
	static Supplier<SSLContext> tls(String bundle, SslBundles bundles) throws NoSuchAlgorithmException {
		if (bundle.isBlank()) {
			SSLContext platform = SSLContext.getDefault();
			return () -> platform;
		}
		var current = new AtomicReference<>(bundles.getBundle(bundle).createSslContext());
		bundles.addBundleUpdateHandler(bundle, renewed -> current.set(renewed.createSslContext()));
		return current::get;
	}

	/** A message centre. */
	@Configuration
	@ConditionalOnProperty(name = "resim.notification.sms.adapter", havingValue = "smpp")
	@EnableConfigurationProperties(SmppProperties.class)
	static class OverSmpp {

		@Bean
		ShortMessageGateway shortMessagesOverSmpp(SmppProperties agreed, SslBundles bundles, Clock clock,
				RandomGenerator chance) throws NoSuchAlgorithmException {
			Supplier<SSLContext> tls = tls(agreed.sslBundle(), bundles);
			return new SmppShortMessages(agreed, agreed.encrypted() ? () -> Optional.of(tls.get()) : Optional::empty,
					clock, chance);
		}

	}

	/** A gateway that takes HTTP. */
	@Configuration
	@ConditionalOnProperty(name = "resim.notification.sms.adapter", havingValue = "http")
	@EnableConfigurationProperties(HttpProperties.class)
	static class OverHttp {

		@Bean
		ShortMessageGateway shortMessagesOverHttp(HttpProperties agreed, SslBundles bundles)
				throws NoSuchAlgorithmException {
			return new HttpShortMessages(agreed, tls(agreed.sslBundle(), bundles));
		}

	}

}
