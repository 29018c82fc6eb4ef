package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import app.resim.catalogue.Reason;
import app.resim.kernel.SubscriberId;
import app.resim.request.Worklist.Part;
import app.resim.request.Worklist.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paging, filtering and adding up, alike on every database.
 */
abstract class WorklistContract {

	private static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

	private JdbcClient database;

	private Worklist worklist;

	private Team team;

	private int cases;

	abstract DataSource database();

	@BeforeEach
	void nothingWaits() {
		this.database = JdbcClient.create(database());
		Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
		this.worklist = new Worklist(this.database, clock);
		this.team = new Team(this.database, clock);
	}

	@Test
	void pagesHaveNoGapsAndNoRepeatsThoughManyAreDueAtTheSameTime() {
		for (int i = 0; i < 120; i++) {
			open("LOST", Duration.ofMinutes(10 + i / 60), null, null);
		}
		List<RequestReference> seen = new ArrayList<>();
		Optional<Place> after = Optional.empty();
		do {
			Worklist.Page page = this.worklist.page(Part.ALL, Optional.empty(), "kay", after);
			page.rows().forEach(row -> seen.add(row.reference()));
			after = page.next().map(Place::toString).flatMap(Place::read);
		}
		while (after.isPresent());
		assertThat(seen).hasSize(120).doesNotHaveDuplicates();
	}

	@Test
	void eachPartHoldsItsOwn() {
		open("LOST", Duration.ofMinutes(-5), null, null);
		open("STOLEN", Duration.ofMinutes(20), "kay", null);
		open("LOST", Duration.ofMinutes(90), null, "kay");

		Map<Part, Integer> counts = this.worklist.counts(Optional.empty(), "kay");
		assertThat(counts).containsEntry(Part.ALL, 3)
			.containsEntry(Part.MINE, 1)
			.containsEntry(Part.NOBODYS, 2)
			.containsEntry(Part.SECOND, 1)
			.containsEntry(Part.LATE, 1)
			.containsEntry(Part.STALLED, 0)
			.containsEntry(Part.CUSTOMER, 0);
		assertThat(this.worklist.counts(Optional.of(Reason.STOLEN), "kay")).containsEntry(Part.ALL, 1);
		assertThat(this.worklist.dueWithin(Duration.ofMinutes(30))).isEqualTo(1);
	}

	@Test
	void theNextOneIsTheMostUrgentThatOneMayDecide() {
		open("LOST", Duration.ofMinutes(1), "hugo", null);
		open("LOST", Duration.ofMinutes(2), null, "kay");
		RequestReference own = open("LOST", Duration.ofMinutes(3), null, null);
		RequestReference next = open("LOST", Duration.ofMinutes(4), null, null);

		assertThat(this.worklist.candidates("kay", Set.of(new SubscriberId("c-3")), 10)).containsExactly(next);
		assertThat(this.worklist.candidates("kay", Set.of(), 1)).containsExactly(own);
	}

	@Test
	void nonsenseIsNoPlace() {
		assertThat(Place.read("1; DROP TABLE")).isEmpty();
		assertThat(Place.read("")).isEmpty();
	}

	@Test
	void decisionsAreAddedUpByTheBrandsDays() {
		// 23:50 and 00:10 in Hong Kong
		decided(Instant.parse("2026-08-03T15:50:00Z"), null, false);
		decided(Instant.parse("2026-08-03T16:10:00Z"), null, false);
		decided(Instant.parse("2026-08-04T01:00:00Z"), "NOT_THE_OWNER", true);
		open("LOST", Duration.ofMinutes(30), null, null);

		Team.Figures figures = this.team.figures(7, HONG_KONG);

		assertThat(figures.days()).hasSize(7);
		assertThat(figures.days().get(5)).isEqualTo(new Team.Day(LocalDate.of(2026, 8, 3), 1, 0));
		assertThat(figures.days().get(6)).isEqualTo(new Team.Day(LocalDate.of(2026, 8, 4), 1, 1));
		assertThat(figures.kept()).isEqualTo(2);
		assertThat(figures.broken()).isEqualTo(1);
		assertThat(figures.declined()).containsExactly(Map.entry(DeclineReason.NOT_THE_OWNER, 1));
		assertThat(figures.waiting()).contains(new Team.Waiting(Duration.ofHours(1), Duration.ofHours(1)));
		assertThat(figures.open()).extracting(Team.Age::count).containsExactly(0, 1, 0, 0, 0);
	}

	@Test
	void aTeamWithoutDecisionsHasNoWaitingTimes() {
		assertThat(this.team.figures(30, HONG_KONG).waiting()).isEmpty();
	}

	private RequestReference open(String reason, Duration due, @Nullable String reviewer,
			@Nullable String firstApprover) {
		String reference = insert("IN_REVIEW", reason, NOW.plus(due).minus(Duration.ofHours(2)));
		this.database
			.sql("""
					UPDATE replacement_request SET desk = 'OPEN', due_at = ?, answer_by = ?, reviewer = ?, first_approver = ?,
					 second_due_at = ?
					WHERE reference = ?""")
			.param(NOW.plus(due).atOffset(ZoneOffset.UTC))
			.param(NOW.plus(due).atOffset(ZoneOffset.UTC))
			.param(reviewer)
			.param(firstApprover)
			.param((firstApprover == null) ? null : NOW.plus(due).atOffset(ZoneOffset.UTC))
			.param(reference)
			.update();
		return new RequestReference(reference);
	}

	private void decided(Instant at, @Nullable String declined, boolean late) {
		String reference = insert("DONE", "LOST", at.minus(Duration.ofHours(1)));
		this.database.sql(
				"UPDATE replacement_request SET decided_at = ?, decline_reason = ?, promise_broken = ? WHERE reference = ?")
			.param(at.atOffset(ZoneOffset.UTC))
			.param(declined)
			.param(late)
			.param(reference)
			.update();
	}

	private String insert(String status, String reason, Instant sent) {
		this.cases++;
		String reference = "RS-0000-%04d".formatted(this.cases);
		this.database
			.sql("""
					INSERT INTO replacement_request (id, reference, subscriber, brand, line, status, reason, route, reuse_code,
					  tries, undone, created_at, saved_at, submitted_at, version)
					VALUES (?, ?, ?, 'tidewire', '+85255500142', ?, ?, 'REVIEWED', FALSE, 0, FALSE, ?, ?, ?, 0)""")
			.param(UUID.randomUUID())
			.param(reference)
			.param("c-" + this.cases)
			.param(status)
			.param(reason)
			.param(sent.atOffset(ZoneOffset.UTC))
			.param(sent.atOffset(ZoneOffset.UTC))
			.param(sent.atOffset(ZoneOffset.UTC))
			.update();
		return reference;
	}

}
