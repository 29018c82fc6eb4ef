package app.resim.notification.sms;

import java.time.Duration;
import java.util.Optional;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What was agreed with the operator of the message centre. Prints no password.
 *
 * @param host the message centre
 * @param port its port
 * @param systemId {@code system_id}, at most 15 characters
 * @param password {@code password}, at most 8 characters
 * @param systemType {@code system_type}, at most 12 characters; often empty
 * @param from the sender that phones show: at most 15 digits with or without plus, or a
 * name of at most 11 characters; empty for the message centre's own
 * @param fromTon {@code source_addr_ton}; left out, it follows from the sender
 * @param tls whether the line is encrypted, with the platform's authorities
 * @param sslBundle name of the Spring SSL bundle for it; named, the line is encrypted
 * @param connectTimeout for opening the line
 * @param answerTimeout from then on for all that one message needs
 * @param enquireLink after how much silence the line is tried
 * @param messagesPerSecond how many parts leave in a second at most; 0 for no limit
 */
@ConfigurationProperties("resim.notification.sms.smpp")
record SmppProperties(@DefaultValue("") String host, @DefaultValue("2775") int port, @DefaultValue("") String systemId,
		@DefaultValue("") String password, @DefaultValue("") String systemType, @DefaultValue("") String from,
		@Nullable TypeOfNumber fromTon, @DefaultValue("false") boolean tls, @DefaultValue("") String sslBundle,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("10s") Duration answerTimeout,
		@DefaultValue("30s") Duration enquireLink, @DefaultValue("0") int messagesPerSecond) {

	private static final String NUMBER = "\\+?[0-9]{1,15}";

	private static final String PREFIX = "resim.notification.sms.smpp.";

	// lengths of SMPP v3.4, 5.2.1 to 5.2.8, without the octet that ends them
	SmppProperties {
		must(!host.isBlank(), "host is missing");
		must(!systemId.isBlank(), "system-id is missing");
		must(ascii(systemId, 15), "system-id has more than 15 characters, or others than ASCII");
		must(ascii(password, 8), "password has more than 8 characters, or others than ASCII");
		must(ascii(systemType, 12), "system-type has more than 12 characters, or others than ASCII");
		must(from.matches(NUMBER) || ascii(from, 11),
				"from is neither a number of at most 15 digits nor a name of at most 11 ASCII characters");
		must(messagesPerSecond >= 0, "messages-per-second is negative");
	}

	boolean encrypted() {
		return this.tls || !this.sslBundle.isBlank();
	}

	Duration longestSend() {
		return this.connectTimeout.plus(this.answerTimeout);
	}

	String sender() {
		return this.from.matches(NUMBER) ? this.from.replace("+", "") : this.from;
	}

	TypeOfNumber senderTon() {
		return Optional.ofNullable(this.fromTon).orElseGet(this::derivedTon);
	}

	NumberingPlanIndicator senderNpi() {
		return switch (senderTon()) {
			case INTERNATIONAL, NATIONAL, SUBSCRIBER_NUMBER -> NumberingPlanIndicator.ISDN;
			case UNKNOWN, NETWORK_SPECIFIC, ALPHANUMERIC, ABBREVIATED -> NumberingPlanIndicator.UNKNOWN;
		};
	}

	private TypeOfNumber derivedTon() {
		if (this.from.isEmpty()) {
			return TypeOfNumber.UNKNOWN;
		}
		return this.from.matches(NUMBER) ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC;
	}

	private static boolean ascii(String text, int longest) {
		return text.length() <= longest && text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
	}

	private static void must(boolean good, String complaint) {
		if (!good) {
			throw new IllegalArgumentException(PREFIX + complaint);
		}
	}

	@Override
	public String toString() {
		return "SmppProperties[" + this.host + ":" + this.port + "]";
	}

}
