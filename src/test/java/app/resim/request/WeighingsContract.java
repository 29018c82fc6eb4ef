package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import app.resim.account.Factor;
import app.resim.account.Proven;
import app.resim.account.Strength;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Fact;
import app.resim.protection.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How requests were weighed, on every database.
 */
abstract class WeighingsContract {

	private static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	private static final byte[] DOCUMENT = { 1, 2, 3 };

	private static final SubscriberId SOMEBODY_ELSE = new SubscriberId("c-2");

	private final RequestId request = new RequestId(UUID.randomUUID());

	private JdbcClient database;

	private Weighings weighings;

	abstract DataSource database();

	@BeforeEach
	void oneRequest() {
		this.database = JdbcClient.create(database());
		this.weighings = new Weighings(this.database);
		this.database.sql("""
				INSERT INTO replacement_request (id, reference, subscriber, brand, line, status, reuse_code, tries,
				  undone, created_at, saved_at, version)
				VALUES (?, 'RS-7K4M-29QD', 'c-1', 'tidewire', '+85255500142', 'IN_REVIEW', FALSE, 0, FALSE, NOW(),
				  NOW(), 0)""").param(this.request.id()).update();
	}

	private static Weighed weighed(Instant at, Optional<Instant> heldUntil) {
		return new Weighed(at,
				List.of(Proven.mailCode(at), new Proven(Factor.AUTHENTICATOR_APP, at, NOW.minus(Duration.ofDays(9)))),
				Strength.TWO_FACTORS, 2, heldUntil, 70, List.of(Signal.SIM_LOCKED, Signal.DEVICE_UNSURE),
				Set.of(Fact.BROWSER, Fact.OLD_SIM), "0123456789abcdef");
	}

	@Test
	void aWeighingIsReadAsItWasKeptAndTheLatestCounts() {
		assertThat(this.weighings.of(this.request)).isEmpty();
		Weighed first = weighed(NOW, Optional.empty());
		this.weighings.add(this.request, first, Optional.empty(), Optional.empty());
		assertThat(this.weighings.of(this.request)).contains(first);

		Weighed later = weighed(NOW.plusSeconds(60), Optional.of(NOW.plus(Duration.ofDays(1))));
		this.weighings.add(this.request, later, Optional.of(DOCUMENT), Optional.empty());
		assertThat(this.weighings.of(this.request)).contains(later);
	}

	@Test
	void everythingThatCanBeKnownAndUnknownFits() {
		var all = new Weighed(NOW,
				EnumSet.allOf(Factor.class)
					.stream()
					.map(factor -> new Proven(factor, NOW.plusNanos(1000), NOW))
					.toList(),
				Strength.MAIL_AND_RECOVERY_CODE, 2, Optional.empty(), 2_000_000,
				List.copyOf(EnumSet.allOf(Signal.class)), EnumSet.allOf(Fact.class), "0123456789abcdef");
		this.weighings.add(this.request, all, Optional.of(new byte[64]), Optional.of("f".repeat(100)));
		assertThat(this.weighings.of(this.request)).contains(all);
	}

	@Test
	void aDocumentIsCountedForOthersOnceARequestAndForgottenAfterwards() {
		this.weighings.add(this.request, weighed(NOW, Optional.empty()), Optional.of(DOCUMENT), Optional.empty());
		this.weighings.add(this.request, weighed(NOW.plusSeconds(1), Optional.empty()), Optional.of(DOCUMENT),
				Optional.empty());

		assertThat(this.weighings.ofOthers(DOCUMENT, SOMEBODY_ELSE, NOW.minusSeconds(1))).isEqualTo(1);
		assertThat(this.weighings.ofOthers(DOCUMENT, new SubscriberId("c-1"), NOW.minusSeconds(1))).isZero();
		assertThat(this.weighings.ofOthers(new byte[] { 9 }, SOMEBODY_ELSE, NOW.minusSeconds(1))).isZero();
		assertThat(this.weighings.ofOthers(DOCUMENT, SOMEBODY_ELSE, NOW.plusSeconds(1))).isZero();

		this.weighings.forgetMarks(NOW.plusSeconds(2));
		assertThat(this.weighings.ofOthers(DOCUMENT, SOMEBODY_ELSE, NOW.minusSeconds(1))).isZero();
		assertThat(this.weighings.of(this.request)).isPresent();
	}

	@Test
	void otherRequestsFromANetworkAreCountedOnceEachAndForgottenAfterwards() {
		for (int turn = 0; turn < 2; turn++) {
			this.weighings.add(this.request, weighed(NOW, Optional.empty()), Optional.empty(), Optional.of("0a"));
		}
		var another = new RequestId(UUID.randomUUID());

		assertThat(this.weighings.fromNetwork("0a", another, NOW.minusSeconds(1))).isEqualTo(1);
		assertThat(this.weighings.fromNetwork("0a", this.request, NOW.minusSeconds(1))).isZero();
		assertThat(this.weighings.fromNetwork("0b", another, NOW.minusSeconds(1))).isZero();
		assertThat(this.weighings.fromNetwork("0a", another, NOW)).isZero();

		this.weighings.forgetMarks(NOW.plusSeconds(1));
		assertThat(this.weighings.fromNetwork("0a", another, NOW.minusSeconds(1))).isZero();
	}

}
