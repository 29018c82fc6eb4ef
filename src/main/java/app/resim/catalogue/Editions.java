package app.resim.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.BrandId;
import tools.jackson.core.JacksonException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a brand is changed: one person proposes, another one agrees, and from its day on
 * every node uses it. Before that day it can be dropped.
 *
 * <p>
 * Whoever has no role for it now is refused by an
 * {@link org.springframework.security.access.AccessDeniedException}, whatever page they
 * came from.
 *
 * @see "decision 0035"
 */
@Service
public class Editions {

	/** How long a reason may be, in characters. */
	public static final int LONGEST = 500;

	/** How long the YAML of a brand may be, in characters. */
	public static final int LONGEST_TEXT = 200_000;

	private final EditionTable table;

	private final Catalogue catalogue;

	private final ObjectProvider<BrandCheck> checks;

	private final Stewards stewards;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Editions(EditionTable table, Catalogue catalogue, ObjectProvider<BrandCheck> checks, Stewards stewards,
			ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.catalogue = catalogue;
		this.checks = checks;
		this.stewards = stewards;
		this.events = events;
		this.clock = clock;
	}

	/** What came of a deed. */
	public enum Answer {

		/** It is done. */
		DONE,
		/** There is no such edition any more that this could be done with. */
		GONE,
		/** Nobody agrees to their own proposal. */
		OWN,
		/** Another change has been agreed to since it was proposed. */
		OUTDATED,
		/** It says nothing new. */
		UNCHANGED

	}

	/** What a text would be. */
	public sealed interface Reading {

		/**
		 * It can be used.
		 *
		 * @param brand as it would be
		 * @param text as it would be kept
		 * @param differences from what holds last
		 */
		record Fine(Brand brand, String text, List<Difference> differences) implements Reading {
		}

		/**
		 * It cannot be used.
		 *
		 * @param reason line and field, and what is wrong there
		 */
		record Wrong(String reason) implements Reading {
		}

	}

	/**
	 * An edition and how far it has come.
	 *
	 * @param edition what was laid down
	 * @param state how far
	 * @param differences from the edition that it changed; empty for the first one
	 */
	public record Entry(Edition edition, Edition.State state, List<Difference> differences) {
	}

	/**
	 * All editions of a brand.
	 * @param brand whose
	 * @return the latest proposal first; empty if there is no such brand
	 */
	public List<Entry> of(BrandId brand) {
		Instant now = this.clock.instant();
		List<Edition> all = this.table.of(brand);
		UUID present = present(all, now).map(Edition::id).orElse(null);
		return all.reversed()
			.stream()
			.map(edition -> new Entry(edition, edition.state(now, present), changes(edition, all)))
			.toList();
	}

	private static List<Difference> changes(Edition edition, List<Edition> all) {
		return edition.basedOn()
			.flatMap(base -> all.stream().filter(other -> other.id().equals(base)).findFirst())
			.map(base -> base.yaml().differences(edition.yaml()))
			.orElse(List.of());
	}

	/**
	 * What a proposal begins with: the last edition that somebody agreed to, whether it
	 * holds already or not.
	 * @param brand whose
	 * @return the edition
	 * @throws IllegalArgumentException if there is no such brand
	 */
	public Edition last(BrandId brand) {
		return last(this.table.of(brand)).orElseThrow(() -> new IllegalArgumentException("There is no brand " + brand));
	}

	/**
	 * The value of a field of an edition.
	 * @param edition which
	 * @param field its name, for example {@code fees.later}
	 * @return as it stands in the text, empty if it is not there
	 */
	public String value(Edition edition, String field) {
		return edition.yaml().value(field);
	}

	/**
	 * Puts other values into an edition.
	 * @param edition which
	 * @param values by the names of their fields; an empty one takes the field away
	 * @return the text, to be read before it is proposed
	 */
	public String changed(Edition edition, Map<String, String> values) {
		return edition.yaml().with(values).text();
	}

	/**
	 * Reads what somebody wants to propose, by the rules that hold for files.
	 * @param brand whose it is meant to be
	 * @param text the YAML of this one brand
	 * @return what it would be
	 */
	public Reading read(BrandId brand, String text) {
		if (text.length() > LONGEST_TEXT) {
			return new Reading.Wrong("it is longer than " + LONGEST_TEXT + " characters.");
		}
		try {
			Brand read = BrandFile.one(text);
			Optional<String> objection = read.id().equals(brand)
					? this.checks.stream().flatMap(check -> check.objection(read).stream()).findFirst()
					: Optional.of("field id: the id of a brand stays as it is");
			if (objection.isPresent()) {
				return new Reading.Wrong(objection.get() + ".");
			}
			BrandText plain = new BrandText(text).plain();
			return new Reading.Fine(read, plain.text(), last(brand).yaml().differences(plain));
		}
		catch (CatalogueFileBroken ex) {
			return new Reading.Wrong(ex.reason());
		}
		catch (JacksonException ex) {
			return new Reading.Wrong("it is no YAML.");
		}
	}

	/**
	 * Proposes a change.
	 * @param base the edition that was changed
	 * @param reading what it would be
	 * @param from the first day, in the brand's time zone; today or earlier for at once
	 * @param why a reason, at most {@value #LONGEST} characters
	 * @param staff sign-in name
	 * @return done, outdated or unchanged
	 */
	@Transactional
	public Answer propose(Edition base, Reading.Fine reading, LocalDate from, String why, String staff) {
		this.stewards.demand(staff);
		if (!last(base.brand()).id().equals(base.id())) {
			return Answer.OUTDATED;
		}
		if (reading.differences().isEmpty()) {
			return Answer.UNCHANGED;
		}
		var id = UUID.randomUUID();
		Instant now = this.clock.instant();
		this.table.propose(id, base, new BrandText(reading.text()), why, staff, now,
				later(now, from.atStartOfDay(reading.brand().zone()).toInstant()));
		this.events.publishEvent(new EditionEvent(now, "catalogue.proposed", base.brand(), id, staff));
		return Answer.DONE;
	}

	/**
	 * Agrees to what somebody else proposed. It never holds before this moment, nor
	 * before an edition that was agreed to earlier.
	 * @param id which
	 * @param staff sign-in name
	 * @return done, gone, own or outdated
	 */
	@Transactional
	public Answer agree(UUID id, String staff) {
		this.stewards.demand(staff);
		Optional<Edition> found = this.table.find(id)
			.filter(edition -> edition.agreedAt().isEmpty() && edition.droppedAt().isEmpty());
		if (found.isEmpty()) {
			return Answer.GONE;
		}
		Edition edition = found.get();
		if (edition.proposedBy().filter(staff::equals).isPresent()) {
			return Answer.OWN;
		}
		Edition last = last(edition.brand());
		if (edition.basedOn().filter(last.id()::equals).isEmpty()) {
			return Answer.OUTDATED;
		}
		Instant now = this.clock.instant();
		Instant from = later(later(now, edition.wantedFrom()), last.holdsFrom().orElse(now));
		if (!this.table.agree(id, last.id(), staff, now, from)) {
			return Answer.OUTDATED;
		}
		this.events.publishEvent(new EditionEvent(now, "catalogue.agreed", edition.brand(), id, staff));
		this.catalogue.lookAgain();
		return Answer.DONE;
	}

	/**
	 * Drops what does not hold yet and what nothing else follows.
	 * @param id which
	 * @param staff sign-in name
	 * @return done or gone; outdated if something follows that has to be dropped first
	 */
	@Transactional
	public Answer drop(UUID id, String staff) {
		this.stewards.demand(staff);
		Optional<Edition> found = this.table.find(id);
		if (found.isEmpty()) {
			return Answer.GONE;
		}
		Edition edition = found.get();
		if (edition.agreed() && !last(edition.brand()).id().equals(id)) {
			return Answer.OUTDATED;
		}
		Instant now = this.clock.instant();
		if (!this.table.drop(id, staff, now)) {
			return Answer.GONE;
		}
		this.events.publishEvent(new EditionEvent(now, "catalogue.dropped", edition.brand(), id, staff));
		this.catalogue.lookAgain();
		return Answer.DONE;
	}

	/** What holds at an instant: of those that hold, the one agreed to last. */
	static Optional<Edition> present(List<Edition> editions, Instant when) {
		return editions.stream().filter(edition -> edition.holdsAt(when)).max(ORDER);
	}

	private static final Comparator<Edition> ORDER = Comparator
		.comparing((Edition edition) -> edition.holdsFrom().orElse(Instant.MIN))
		.thenComparing(edition -> edition.agreedAt().orElse(Instant.MIN));

	private static Optional<Edition> last(List<Edition> editions) {
		return editions.stream().filter(Edition::agreed).max(ORDER);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
