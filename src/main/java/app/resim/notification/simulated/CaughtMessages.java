package app.resim.notification.simulated;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import app.resim.notification.simulated.CaughtMessage.Channel;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that the simulated gateways caught. Kept in the database, so they survive
 * a restart. Exists where anything is caught, and in the demonstration, whose message
 * page reads it.
 */
@Component
@Conditional(CaughtMessages.InUse.class)
public class CaughtMessages {

	private final JdbcClient database;

	private final Clock clock;

	CaughtMessages(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * The latest messages.
	 * @param most how many at most
	 * @return newest first
	 */
	@Transactional(readOnly = true)
	public List<CaughtMessage> newest(int most) {
		return this.database.sql("SELECT * FROM caught_message ORDER BY id DESC LIMIT ?")
			.param(most)
			.query((row, index) -> new CaughtMessage(row.getLong("id"),
					row.getObject("caught_at", OffsetDateTime.class).toInstant(),
					Channel.valueOf(row.getString("channel")), row.getString("recipient"), row.getString("subject"),
					row.getString("body")))
			.list();
	}

	/** Throws all messages away. */
	@Transactional
	public void clear() {
		this.database.sql("DELETE FROM caught_message").update();
	}

	/**
	 * Throws messages to somebody away.
	 * @param recipients addresses and numbers as the messages carry them
	 * @param until the newest that goes
	 */
	@Transactional
	public void forget(List<String> recipients, Instant until) {
		if (!recipients.isEmpty()) {
			this.database.sql("DELETE FROM caught_message WHERE recipient IN (:recipients) AND caught_at <= :until")
				.param("recipients", recipients)
				.param("until", until.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	@Transactional
	void keep(Channel channel, String to, String subject, String text) {
		this.database.sql("""
				INSERT INTO caught_message (caught_at, channel, recipient, subject, body)
				VALUES (?, ?, ?, ?, ?)""")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.param(channel.name())
			.param(to)
			.param(subject)
			.param(text)
			.update();
	}

	/** Whether anything fills it or reads it. */
	static class InUse extends AnyNestedCondition {

		InUse() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@Profile("demo")
		static class Demonstration {

		}

		@Conditional(CaughtEmail.WithoutMailServer.class)
		static class MailIsCaught {

		}

		@ConditionalOnProperty(name = "resim.notification.sms.adapter", havingValue = "simulated",
				matchIfMissing = true)
		static class ShortMessagesAreCaught {

		}

	}

}
