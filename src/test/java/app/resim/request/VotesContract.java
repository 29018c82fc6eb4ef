package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the database itself refuses, whoever asks.
 */
abstract class VotesContract {

	private static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	private final RequestId request = new RequestId(UUID.randomUUID());

	private JdbcClient database;

	private Votes votes;

	abstract DataSource database();

	@BeforeEach
	void oneRequest() {
		this.database = JdbcClient.create(database());
		this.votes = new Votes(this.database);
		this.database.sql("""
				INSERT INTO replacement_request (id, reference, subscriber, brand, line, status, reuse_code, tries,
				  undone, created_at, saved_at, version)
				VALUES (?, 'RS-7K4M-29QD', 'c-1', 'tidewire', '+85255500142', 'IN_REVIEW', FALSE, 0, FALSE, NOW(),
				  NOW(), 0)""").param(this.request.id()).update();
	}

	@Test
	void twoPeopleTakeTwoSeats() {
		this.votes.add(this.request, 1, "kay", "", NOW);
		this.votes.add(this.request, 2, "hugo", "", NOW);
		assertThat(this.votes.of(this.request)).containsExactly("kay", "hugo");
	}

	@Test
	void nobodyTakesTwo() {
		this.votes.add(this.request, 1, "kay", "", NOW);
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.votes.add(this.request, 2, "kay", "", NOW));
	}

	@Test
	void noSeatIsTakenTwice() {
		this.votes.add(this.request, 1, "kay", "", NOW);
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.votes.add(this.request, 1, "hugo", "", NOW));
	}

	@Test
	void thereAreTwoSeatsAndNoMore() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.votes.add(this.request, 3, "kay", "", NOW));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.votes.add(this.request, 0, "kay", "", NOW));
	}

	@Test
	void ofTwoBrowsersAtOnceOneIsRefused() throws Exception {
		Callable<Boolean> first = () -> taken(1);
		Callable<Boolean> second = () -> taken(2);
		assertThat(WithReviewers.atOnce(List.of(first, second, first, second))).containsOnlyOnce(true);
		assertThat(this.votes.of(this.request)).containsExactly("kay");
	}

	private boolean taken(int seat) {
		try {
			this.votes.add(this.request, seat, "kay", "", NOW);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	@Test
	void strikingMakesRoom() {
		this.votes.add(this.request, 1, "kay", "", NOW);
		this.votes.strike(this.request);
		this.votes.add(this.request, 1, "kay", "", NOW);
		assertThat(this.votes.of(this.request)).containsExactly("kay");
	}

	@Test
	void aForgottenRequestTakesItsVotesWithIt() {
		this.votes.add(this.request, 1, "kay", "", NOW);
		this.database.sql("DELETE FROM replacement_request").update();
		assertThat(this.votes.of(this.request)).isEmpty();
	}

}
