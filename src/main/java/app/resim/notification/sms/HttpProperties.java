package app.resim.notification.sms;

import java.time.Duration;

import app.resim.kernel.Loopback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What was agreed with the operator of the gateway. Prints nothing of it: addresses hold
 * keys sometimes.
 *
 * @param url where a message is posted to
 * @param format how it is written
 * @param toField name of the field for the number, which is in E.164 with plus
 * @param textField name of the field for the words
 * @param fromField name of the field for the sender
 * @param from the sender that phones show; empty to leave the field out
 * @param authorization the whole value of the header {@code Authorization}; empty for
 * none
 * @param sslBundle name of the Spring SSL bundle; empty for the platform's authorities
 * @param connectTimeout for opening a connection
 * @param readTimeout from then to the end of the answer
 */
@ConfigurationProperties("resim.notification.sms.http")
record HttpProperties(@DefaultValue("") String url, @DefaultValue("json") Format format,
		@DefaultValue("to") String toField, @DefaultValue("text") String textField,
		@DefaultValue("from") String fromField, @DefaultValue("") String from, @DefaultValue("") String authorization,
		@DefaultValue("") String sslBundle, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("10s") Duration readTimeout) {

	/** How a message is written. */
	enum Format {

		JSON("application/json"), FORM("application/x-www-form-urlencoded");

		private final String type;

		Format(String type) {
			this.type = type;
		}

		String type() {
			return this.type;
		}

	}

	HttpProperties {
		if (!Loopback.orEncrypted(url)) {
			throw new IllegalArgumentException("resim.notification.sms.http.url must start with https://");
		}
		if (!authorization.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f)) {
			throw new IllegalArgumentException("resim.notification.sms.http.authorization is no header's value");
		}
	}

	Duration longestSend() {
		return this.connectTimeout.plus(this.readTimeout);
	}

	@Override
	public String toString() {
		return "HttpProperties[" + this.format + "]";
	}

}
