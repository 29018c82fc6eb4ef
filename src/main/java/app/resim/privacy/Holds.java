package app.resim.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import app.resim.account.Staff;
import app.resim.kernel.Actor;
import app.resim.kernel.LegalHolds;
import app.resim.kernel.SubscriberId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Legal holds, each on one customer and on all that is kept about them. Whoever asks is a
 * senior member of staff: the caller has checked the role.
 */
@Service
public class Holds implements LegalHolds {

	/** The longest reason, in characters. */
	public static final int LONGEST_REASON = 1000;

	private static final String LYING = "SELECT lies_on, reason, placed_by, placed_at FROM legal_hold WHERE lies_on IS NOT NULL ";

	private final JdbcClient database;

	private final Function<String, Set<SubscriberId>> linked;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	@Autowired
	Holds(JdbcClient database, Staff staff, ApplicationEventPublisher events, Clock clock, RandomGenerator chance) {
		this(database, staff::linkedOfSenior, events, clock, chance);
	}

	Holds(JdbcClient database, Function<String, Set<SubscriberId>> linked, ApplicationEventPublisher events,
			Clock clock, RandomGenerator chance) {
		this.database = database;
		this.linked = linked;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Places a hold. Deletion that is under way in this moment may still finish one
	 * request's pictures.
	 * @param customer on whom
	 * @param reason why, at most {@link #LONGEST_REASON} characters, not blank
	 * @param staff sign-in name
	 * @return what became of it; {@code NO_CHANGE} if one lies there already
	 */
	@Transactional
	public Answer place(SubscriberId customer, String reason, String staff) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw new IllegalArgumentException("A hold needs a short reason");
		}
		if (isTooClose(customer, staff)) {
			return Answer.OWN_ACCOUNT;
		}
		Instant at = now();
		int placed = this.database.sql("""
				INSERT INTO legal_hold (id, subscriber, lies_on, reason, placed_by, placed_at)
				VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.param(new UUID(this.chance.nextLong(), this.chance.nextLong()))
			.param(customer.subscriber())
			.param(customer.subscriber())
			.param(reason.strip())
			.param(staff)
			.param(at.atOffset(ZoneOffset.UTC))
			.update();
		return told(placed, "privacy.hold-placed", customer, staff, at);
	}

	/**
	 * Lifts a hold. What is due by then is deleted with the next run.
	 * @param customer from whom
	 * @param staff sign-in name
	 * @return what became of it; {@code NO_CHANGE} if none lies there
	 */
	@Transactional
	public Answer lift(SubscriberId customer, String staff) {
		if (isTooClose(customer, staff)) {
			return Answer.OWN_ACCOUNT;
		}
		Instant at = now();
		int lifted = this.database
			.sql("UPDATE legal_hold SET lies_on = NULL, lifted_by = ?, lifted_at = ? WHERE lies_on = ?")
			.param(staff)
			.param(at.atOffset(ZoneOffset.UTC))
			.param(customer.subscriber())
			.update();
		return told(lifted, "privacy.hold-lifted", customer, staff, at);
	}

	private Answer told(int rows, String deed, SubscriberId customer, String staff, Instant at) {
		if (rows == 0) {
			return Answer.NO_CHANGE;
		}
		this.events.publishEvent(new PrivacyEvent(deed, customer, Actor.staff(staff), at));
		return Answer.DONE;
	}

	private boolean isTooClose(SubscriberId customer, String staff) {
		return this.linked.apply(staff).contains(customer);
	}

	/**
	 * The hold that lies on a customer.
	 * @param customer whose
	 * @return the hold, or empty
	 */
	public Optional<Hold> on(SubscriberId customer) {
		return this.database.sql(LYING + "AND lies_on = ?").param(customer.subscriber()).query(Holds::hold).optional();
	}

	/**
	 * All holds that lie now.
	 * @return the oldest first
	 */
	public List<Hold> lying() {
		return this.database.sql(LYING + "ORDER BY placed_at, id").query(Holds::hold).list();
	}

	@Override
	public boolean lieOn(SubscriberId customer) {
		return on(customer).isPresent();
	}

	private static Hold hold(ResultSet row, int index) throws SQLException {
		return new Hold(new SubscriberId(row.getString("lies_on")), row.getString("reason"), row.getString("placed_by"),
				row.getObject("placed_at", OffsetDateTime.class).toInstant());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** What became of placing or lifting. */
	public enum Answer {

		DONE, NO_CHANGE, OWN_ACCOUNT

	}

}
