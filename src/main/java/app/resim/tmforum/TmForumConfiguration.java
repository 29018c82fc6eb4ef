package app.resim.tmforum;

import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLContext;

import app.resim.openid.Caller;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The adapters, each only where its setting names it.
 */
@Configuration
@Conditional(TmForumConfiguration.Named.class)
@EnableConfigurationProperties(TmForumProperties.class)
class TmForumConfiguration {

	private static final String DIRECTORY = "resim.account.directory.adapter";

	private static final String BILLING = "resim.account.billing.adapter";

	private static final String REGISTER = "resim.provisioning.network.adapter";

	private static final String NAME = "tmf";

	@Bean
	BackEnd backEnd(TmForumProperties agreed, SslBundles bundles, Clock clock) throws NoSuchAlgorithmException {
		return backEnd(agreed, caller(agreed, bundles), clock);
	}

	static BackEnd backEnd(TmForumProperties agreed, ClientHttpRequestFactory caller, Clock clock) {
		return new BackEnd(agreed, caller,
				agreed.tokenUrl().isBlank() ? Optional.empty() : Optional.of(new Tokens(agreed, caller, clock)));
	}

	@Bean
	@ConditionalOnProperty(name = DIRECTORY, havingValue = NAME)
	TmForumDirectory tmForumDirectory(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, Clock clock) {
		if (agreed.brand().isBlank()) {
			throw new IllegalArgumentException("resim.tmforum.brand is missing: the brand of your customers");
		}
		return new TmForumDirectory(agreed, backEnd, underWay, clock);
	}

	@Bean
	@ConditionalOnProperty(name = BILLING, havingValue = NAME)
	TmForumBilling tmForumBilling(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, Clock clock) {
		return new TmForumBilling(agreed, backEnd, underWay, clock);
	}

	@Bean
	@ConditionalOnProperty(name = REGISTER, havingValue = NAME)
	TmForumRegister tmForumRegister(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, Clock clock) {
		return new TmForumRegister(agreed, backEnd, underWay, clock);
	}

	@Bean
	static OrdersUnderWay ordersUnderWay(TmForumProperties agreed, JdbcClient database, Clock clock) {
		return new OrdersUnderWay(database, clock, agreed.longestCall().plus(agreed.visibleWithin()));
	}

	/** A bundle that is loaded anew is used from the next call on. */
	static ClientHttpRequestFactory caller(TmForumProperties agreed, SslBundles bundles)
			throws NoSuchAlgorithmException {
		if (agreed.sslBundle().isBlank()) {
			return caller(agreed, SSLContext.getDefault());
		}
		var current = new AtomicReference<>(caller(agreed, bundles.getBundle(agreed.sslBundle()).createSslContext()));
		bundles.addBundleUpdateHandler(agreed.sslBundle(),
				renewed -> current.set(caller(agreed, renewed.createSslContext())));
		return (uri, method) -> current.get().createRequest(uri, method);
	}

	static ClientHttpRequestFactory caller(TmForumProperties agreed, SSLContext tls) {
		return Caller.bounded(HttpClient.newBuilder().connectTimeout(agreed.connectTimeout()).sslContext(tls),
				agreed.readTimeout());
	}

	/** One of them is enough. */
	static class Named extends AnyNestedCondition {

		Named() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty(name = DIRECTORY, havingValue = NAME)
		static class Directory {

		}

		@ConditionalOnProperty(name = BILLING, havingValue = NAME)
		static class Billing {

		}

		@ConditionalOnProperty(name = REGISTER, havingValue = NAME)
		static class Register {

		}

	}

}
