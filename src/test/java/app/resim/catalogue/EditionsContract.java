package app.resim.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.catalogue.Edition.State;
import app.resim.catalogue.Editions.Answer;
import app.resim.catalogue.Editions.Reading;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Brands that are changed by two people, and hold from their day on every node.
 */
abstract class EditionsContract {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	private static final LocalDate AT_ONCE = LocalDate.of(2020, 1, 1);

	private final MovingClock clock = new MovingClock();

	private final List<AuditedEvent> trail = new ArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private Node here;

	abstract DataSource database();

	@BeforeEach
	void firstStart() throws Exception {
		JdbcClient.create(database()).sql("DELETE FROM brand_edition").update();
		write(shipped());
		this.here = new Node();
	}

	@Test
	void aFirstStartTakesWhatTheFileSays() {
		assertThat(this.here.later()).isEqualTo(hkd(30));
		assertThat(this.here.editions.of(TIDEWIRE)).singleElement()
			.satisfies(entry -> assertThat(entry.state()).isEqualTo(State.PRESENT));
	}

	@Test
	void whatOneProposesAndAnotherAgreesToHoldsAtOnceAndOnEveryNode() {
		Node other = new Node();
		assertThat(propose(this.here, "HKD 45", AT_ONCE, "cleo")).isEqualTo(Answer.DONE);
		assertThat(this.here.later()).isEqualTo(hkd(30));

		assertThat(this.here.editions.agree(proposal(), "hugo")).isEqualTo(Answer.DONE);

		assertThat(this.here.later()).isEqualTo(hkd(45));
		this.clock.move(Duration.ofSeconds(10));
		assertThat(other.later()).isEqualTo(hkd(45));
		assertThat(this.trail).extracting(AuditedEvent::deed).containsExactly("catalogue.proposed", "catalogue.agreed");
		assertThat(this.trail).extracting(event -> event.actor().id()).containsExactly("cleo", "hugo");
		assertThat(this.here.editions.of(TIDEWIRE)).extracting(Editions.Entry::state)
			.containsExactly(State.PRESENT, State.PAST);
		assertThat(this.here.editions.of(TIDEWIRE).getFirst().differences())
			.containsExactly(new Difference("fees.later", Optional.of("HKD 30"), Optional.of("HKD 45")));
	}

	@Test
	void nobodyAgreesToTheirOwnProposal() {
		propose(this.here, "HKD 45", AT_ONCE, "cleo");

		assertThat(this.here.editions.agree(proposal(), "cleo")).isEqualTo(Answer.OWN);
		assertThat(this.here.later()).isEqualTo(hkd(30));
	}

	@Test
	void anEditionHoldsFromMidnightOfItsDayWithoutARestart() {
		Node other = new Node();
		LocalDate tomorrow = MovingClock.START.atZone(this.here.zone()).toLocalDate().plusDays(1);
		Instant midnight = tomorrow.atStartOfDay(this.here.zone()).toInstant();
		propose(this.here, "HKD 45", tomorrow, "cleo");
		this.here.editions.agree(proposal(), "hugo");

		this.clock.move(Duration.between(this.clock.instant(), midnight).minusSeconds(1));
		assertThat(this.here.later()).isEqualTo(hkd(30));
		assertThat(other.later()).isEqualTo(hkd(30));
		assertThat(this.here.editions.of(TIDEWIRE).getFirst().state()).isEqualTo(State.COMING);

		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.here.later()).isEqualTo(hkd(45));
		assertThat(other.later()).isEqualTo(hkd(45));
	}

	@Test
	void whatDoesNotHoldYetCanBeDropped() {
		propose(this.here, "HKD 45", LocalDate.of(2030, 1, 1), "cleo");
		UUID coming = proposal();
		this.here.editions.agree(coming, "hugo");

		assertThat(this.here.editions.drop(coming, "kay")).isEqualTo(Answer.DONE);
		assertThat(this.here.editions.drop(coming, "kay")).isEqualTo(Answer.GONE);

		this.clock.move(Duration.ofDays(3000));
		assertThat(this.here.later()).isEqualTo(hkd(30));
		// another one may follow in its place
		propose(this.here, "HKD 50", AT_ONCE, "cleo");
		assertThat(this.here.editions.agree(proposal(), "hugo")).isEqualTo(Answer.DONE);
		assertThat(this.here.later()).isEqualTo(hkd(50));
	}

	@Test
	void whatHoldsCannotBeDropped() {
		propose(this.here, "HKD 45", AT_ONCE, "cleo");
		UUID present = proposal();
		this.here.editions.agree(present, "hugo");

		assertThat(this.here.editions.drop(present, "kay")).isEqualTo(Answer.GONE);
		assertThat(this.here.later()).isEqualTo(hkd(45));
	}

	@Test
	void ofTwoProposalsForOneEditionOnlyOneComesToHold() {
		propose(this.here, "HKD 45", AT_ONCE, "cleo");
		UUID first = proposal();
		this.clock.move(Duration.ofSeconds(1));
		propose(this.here, "HKD 50", AT_ONCE, "cleo");
		UUID second = proposal();

		assertThat(this.here.editions.agree(first, "hugo")).isEqualTo(Answer.DONE);
		assertThat(this.here.editions.agree(second, "hugo")).isEqualTo(Answer.OUTDATED);
		Edition old = this.here.editions.of(TIDEWIRE).getLast().edition();
		assertThat(this.here.table.agree(second, old.id(), "hugo", this.clock.instant(), this.clock.instant()))
			.isFalse();
		assertThat(this.here.later()).isEqualTo(hkd(45));
	}

	@Test
	void aChangedFileIsOfferedAndNotTaken() throws Exception {
		write(shipped().replace("later: HKD 30", "later: HKD 99"));
		Node restarted = new Node();
		assertThat(new Node().later()).isEqualTo(hkd(30));

		assertThat(restarted.editions.of(TIDEWIRE)).hasSize(2).first().satisfies(entry -> {
			assertThat(entry.state()).isEqualTo(State.PROPOSED);
			assertThat(entry.edition().proposedBy()).isEmpty();
		});
		assertThat(restarted.editions.agree(proposal(), "cleo")).isEqualTo(Answer.DONE);
		assertThat(restarted.later()).isEqualTo(hkd(99));
	}

	@Test
	void aBrandThatAFileAddsIsThereAtOnceAndLast() throws Exception {
		write(shipped() + shipped().replaceFirst("(?s).*?\nbrands:\n", "").replace("id: tidewire", "id: second"));

		assertThat(new Node().catalogue.brands()).extracting(brand -> brand.id().brand())
			.containsExactly("tidewire", "second");
	}

	@Test
	void whatCannotBeUsedIsNamedByLineAndField() {
		Edition last = this.here.editions.last(TIDEWIRE);

		assertThat(this.here.editions.read(TIDEWIRE, last.text().replace("hue: 212", "hue: 400")))
			.isInstanceOfSatisfying(Reading.Wrong.class,
					wrong -> assertThat(wrong.reason()).matches("line \\d+: the hue goes from 0 to 359\\."));
		assertThat(this.here.editions.read(TIDEWIRE, last.text().replace("later: HKD 30", "later: much")))
			.isInstanceOfSatisfying(Reading.Wrong.class, wrong -> assertThat(wrong.reason())
				.matches("line \\d+, field fees\\.later: 'much' cannot be used here\\."));
		assertThat(this.here.editions.read(TIDEWIRE, last.text().replace("id: tidewire", "id: other")))
			.isInstanceOf(Reading.Wrong.class);
		assertThat(this.here.editions.read(TIDEWIRE, "a: [")).isInstanceOf(Reading.Wrong.class);
		assertThat(this.here.editions.read(TIDEWIRE, last.text())).isInstanceOfSatisfying(Reading.Fine.class,
				fine -> assertThat(fine.differences()).isEmpty());
	}

	@Test
	void whatSaysNothingNewIsNotProposed() {
		Edition last = this.here.editions.last(TIDEWIRE);
		Reading.Fine same = (Reading.Fine) this.here.editions.read(TIDEWIRE, last.text());

		assertThat(this.here.editions.propose(last, same, AT_ONCE, "why", "cleo")).isEqualTo(Answer.UNCHANGED);
		assertThat(this.trail).isEmpty();
	}

	private static Answer propose(Node node, String later, LocalDate from, String staff) {
		Edition last = node.editions.last(TIDEWIRE);
		String text = node.editions.changed(last, Map.of("fees.later", later));
		return node.editions.propose(last, (Reading.Fine) node.editions.read(TIDEWIRE, text), from, "because", staff);
	}

	private UUID proposal() {
		return this.here.editions.of(TIDEWIRE)
			.stream()
			.filter(entry -> entry.state() == State.PROPOSED)
			.findFirst()
			.orElseThrow()
			.edition()
			.id();
	}

	private static Money hkd(int dollars) {
		return new Money(dollars * 100L, "HKD");
	}

	private static String shipped() throws Exception {
		return Files.readString(Path.of("src/main/resources/catalogue/brands.yaml"), StandardCharsets.UTF_8);
	}

	private void write(String text) throws Exception {
		Files.writeString(this.folder.resolve("brands.yaml"), text);
	}

	/** One of several nodes with the same database. */
	private final class Node {

		private final EditionTable table = new EditionTable(JdbcClient.create(database()));

		private final Catalogue catalogue = new Catalogue(
				new PresentBrands(EditionsContract.this.folder.resolve("brands.yaml").toUri().toString(),
						new PathMatchingResourcePatternResolver(), this.table, EditionsContract.this.clock));

		private final Editions editions = new Editions(this.table, this.catalogue,
				new StaticListableBeanFactory().getBeanProvider(BrandCheck.class), this::known,
				event -> EditionsContract.this.trail.add((AuditedEvent) event), EditionsContract.this.clock);

		private void known(String staff) {
			assertThat(staff).isIn("cleo", "hugo", "kay");
		}

		private Money later() {
			return this.catalogue.front().fees().later();
		}

		private ZoneId zone() {
			return this.catalogue.front().zone();
		}

	}

}
