package app.resim.notification.simulated;

import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.kernel.Msisdn;
import app.resim.notification.port.Email;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.simulated.CaughtMessage.Channel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a newcomer reads on the message page, on every database.
 */
abstract class CaughtMessagesContract {

	private CaughtMessages caught;

	private JdbcClient database;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.database = JdbcClient.create(database());
		this.caught = new CaughtMessages(this.database, new MovingClock());
		new CaughtEmail(this.caught).send(new Email("sam.demo@example.com", "Subject", "Text", Locale.ENGLISH));
		new CaughtShortMessages(this.caught).send(new ShortMessage(new Msisdn("+85255500142"), "Short"));
	}

	@Test
	void theNewestComesFirst() {
		assertThat(this.caught.newest(10)).extracting(CaughtMessage::channel)
			.containsExactly(Channel.SMS, Channel.EMAIL);
		assertThat(this.caught.newest(1)).extracting(CaughtMessage::channel).containsExactly(Channel.SMS);
	}

	@Test
	void everyMessageSaysToWhomAndWhen() {
		assertThat(this.caught.newest(10)).extracting(CaughtMessage::to)
			.containsExactly("+852 5550 0142", "sam.demo@example.com");
		assertThat(this.caught.newest(10)).allMatch(message -> message.at().equals(MovingClock.START));
	}

	@Test
	void messagesOutliveTheProgram() {
		assertThat(new CaughtMessages(this.database, new MovingClock()).newest(10)).hasSize(2);
	}

	@Test
	void allAreThrownAwayTogether() {
		this.caught.clear();

		assertThat(this.caught.newest(10)).isEmpty();
	}

	@Test
	void thoseToOnePersonAreThrownAwayUpToAnInstant() {
		this.caught.forget(List.of("sam.demo@example.com", "+852 5550 0142"), MovingClock.START.minusSeconds(1));
		this.caught.forget(List.of(), MovingClock.START);
		assertThat(this.caught.newest(10)).hasSize(2);

		this.caught.forget(List.of("sam.demo@example.com"), MovingClock.START);

		assertThat(this.caught.newest(10)).extracting(CaughtMessage::to).containsExactly("+852 5550 0142");
	}

	@Test
	void aCaughtMessagePrintsNothingPersonal() {
		assertThat(this.caught.newest(10).toString()).doesNotContain("example", "5550", "Text", "Short");
	}

}
