package app.resim.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.kernel.BrandId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people in a shop know: who works where, and how many customers wait without an
 * appointment. Nothing about any customer.
 */
@Service
public class ShopFloor {

	/** A count that is older says nothing about now. */
	private static final Duration FRESH = Duration.ofMinutes(45);

	private static final int MOST = 500;

	private final JdbcClient database;

	private final Consumer<String> worksThere;

	private final Clock clock;

	@Autowired
	ShopFloor(JdbcClient database, Staff staff, Clock clock) {
		this(database, worksThere(staff), clock);
	}

	ShopFloor(JdbcClient database, Consumer<String> worksThere, Clock clock) {
		this.worksThere = worksThere;
		this.database = database;
		this.clock = clock;
	}

	/** Asks anew for each deed whether somebody may work in a shop. */
	static Consumer<String> worksThere(Staff staff) {
		return name -> staff.demand(name, Role.CLERK, Role.REVIEWER, Role.SENIOR);
	}

	/**
	 * How many people wait without an appointment.
	 * @param brand whose shop
	 * @param store the shop's key
	 * @return empty if nobody has counted in the last three quarters of an hour
	 */
	@Transactional(readOnly = true)
	public Optional<Waiting> waiting(BrandId brand, String store) {
		return this.database.sql("SELECT waiting, noted_at FROM shop_queue WHERE brand = ? AND store = ?")
			.params(brand.brand(), store)
			.query((row, index) -> new Waiting(row.getInt("waiting"),
					row.getObject("noted_at", OffsetDateTime.class).toInstant()))
			.optional()
			.filter(noted -> noted.at().plus(FRESH).isAfter(this.clock.instant()));
	}

	/**
	 * Somebody has come or gone. Counting begins at nobody when the last count is old.
	 * @param brand whose shop
	 * @param store the shop's key
	 * @param more how many more wait, negative for fewer; zero says that it is still so
	 * @param staff sign-in name of who counts
	 */
	@Transactional
	public void count(BrandId brand, String store, int more, String staff) {
		this.worksThere.accept(staff);
		Instant now = this.clock.instant();
		this.database
			.sql("INSERT INTO shop_queue (brand, store, waiting, noted_at) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING")
			.params(brand.brand(), store, utc(now))
			.update();
		this.database.sql("UPDATE shop_queue SET waiting = 0 WHERE brand = ? AND store = ? AND noted_at <= ?")
			.params(brand.brand(), store, utc(now.minus(FRESH)))
			.update();
		this.database.sql(
				"UPDATE shop_queue SET waiting = LEAST(?, GREATEST(0, waiting + ?)), noted_at = ? WHERE brand = ? AND store = ?")
			.params(MOST, more, utc(now), brand.brand(), store)
			.update();
	}

	/**
	 * In which shop a colleague works.
	 * @param staff sign-in name
	 * @return what they chose last
	 */
	@Transactional(readOnly = true)
	public Optional<Desk> desk(String staff) {
		return this.database.sql("SELECT brand, store FROM shop_desk WHERE staff = ?")
			.param(staff)
			.query((row, index) -> new Desk(new BrandId(row.getString("brand")), row.getString("store")))
			.optional();
	}

	/**
	 * Remembers in which shop a colleague works.
	 * @param staff sign-in name
	 * @param desk which; that there is such a shop is the caller's to see
	 */
	@Transactional
	public void choose(String staff, Desk desk) {
		this.worksThere.accept(staff);
		this.database.sql("DELETE FROM shop_desk WHERE staff = ?").param(staff).update();
		this.database.sql("INSERT INTO shop_desk (staff, brand, store) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
			.params(staff, desk.brand().brand(), desk.store())
			.update();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * People who wait.
	 *
	 * @param people how many
	 * @param at when they were counted
	 */
	public record Waiting(int people, Instant at) {
	}

	/**
	 * A shop in which somebody works.
	 *
	 * @param brand whose
	 * @param store its key
	 */
	public record Desk(BrandId brand, String store) {
	}

}
