package app.resim.ui.customer;

import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.FreshSessions;
import app.resim.account.SessionId;
import app.resim.account.Sessions;
import app.resim.identity.Side;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;
import app.resim.limits.FreshLimits;
import app.resim.request.FreshHandovers;
import app.resim.request.RequestReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The codes that a first screen shows.
 */
class HandCodesTest {

	private static final RequestReference REQUEST = new RequestReference("RS-7K4M-29QD");

	private static final Wanted FRONT = Wanted.document(DocumentKind.HKID, Side.FRONT);

	private final MovingClock clock = new MovingClock();

	private final DataSource database = FreshDatabase.h2();

	private final Sessions sessions = FreshSessions.on(this.database, this.clock);

	private final HandCodes codes = new HandCodes(FreshHandovers.on(this.database, this.clock),
			FreshLimits.make(this.clock), "https://esim.example.com/");

	private Optional<HandCodes.Code> begin(String customer) {
		var owner = new SubscriberId(customer);
		SessionId session = this.sessions.begin(Actor.customer(owner), FreshSessions.FIREFOX);
		return this.codes.begin(owner, session, REQUEST, FRONT);
	}

	@Test
	void theSecretStandsBehindTheNumberSignAndIsLongAndNew() {
		HandCodes.Code first = begin("demo-1001").orElseThrow();
		assertThat(first.address()).matches("https://esim\\.example\\.com/hand#[A-Za-z0-9_-]{43}");
		assertThat(first.toString()).doesNotContain(first.address().substring(first.address().indexOf('#') + 1));
		assertThat(begin("demo-1001").orElseThrow().address()).isNotEqualTo(first.address());
	}

	@Test
	void nobodyMakesCodesWithoutEnd() {
		for (int code = 0; code < 10; code++) {
			assertThat(begin("demo-1001")).isPresent();
		}
		assertThat(begin("demo-1001")).isEmpty();
		assertThat(begin("demo-1002")).isPresent();
		this.clock.move(Duration.ofMinutes(15));
		assertThat(begin("demo-1001")).isPresent();
	}

}
