package app.resim.account.simulated;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.account.RefundWay;
import app.resim.account.simulated.Person.PersonLine;
import app.resim.account.simulated.SimulatedDeed.Kind;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The books of the simulated billing: what the file of invented people says, and what was
 * done since, which is kept in Resim's own database so that all nodes know it.
 */
@Component
@ConditionalOnProperty(name = "resim.account.billing.adapter", havingValue = "simulated", matchIfMissing = true)
public class SimulatedBills {

	private static final int NEWEST = 50;

	private final People people;

	private final JdbcClient database;

	private final Clock clock;

	@Autowired
	SimulatedBills(@Value("${resim.account.directory.people:classpath:demo/people.yaml}") Resource people,
			JdbcClient database, Clock clock) throws IOException {
		this.people = People.read(people);
		this.database = database;
		this.clock = clock;
	}

	/**
	 * What can be paid.
	 * @return all unpaid bills by the line that they are for, the one that is due first
	 * before the others
	 */
	public Map<Msisdn, List<SimulatedBill>> unpaid() {
		Map<Msisdn, List<SimulatedBill>> open = new LinkedHashMap<>();
		Set<String> paid = done(Kind.PAID);
		lines().filter(line -> line.billing() != null).forEach(line -> {
			List<SimulatedBill> bills = open(line, paid);
			if (!bills.isEmpty()) {
				open.put(new Msisdn(line.number()), bills);
			}
		});
		return open;
	}

	/**
	 * Pretends that somebody paid a bill.
	 * @param bill its number
	 * @return false if there is no such bill, or it was paid before
	 */
	public boolean pay(String bill) {
		return unpaid().entrySet()
			.stream()
			.flatMap(line -> line.getValue()
				.stream()
				.filter(one -> one.number().equals(bill))
				.map(one -> new SimulatedDeed(Kind.PAID, line.getKey(), bill, Optional.of(one.amount()),
						Optional.empty(), this.clock.instant())))
			.findFirst()
			.filter(deed -> write(deed, null))
			.isPresent();
	}

	/**
	 * What was done here.
	 * @return the newest 50, the last one first
	 */
	public List<SimulatedDeed> deeds() {
		return this.database.sql("SELECT * FROM simulated_billing ORDER BY at DESC, deed, reference LIMIT " + NEWEST)
			.query((row, number) -> deed(row))
			.list();
	}

	/** The books of a line, if it is in the file and has some. */
	Optional<Ledger> ledger(Msisdn line) {
		return line(line).flatMap(found -> Optional.ofNullable(found.billing()));
	}

	boolean knows(Msisdn line) {
		return line(line).isPresent();
	}

	boolean isOf(Msisdn line, SubscriberId id) {
		return this.people.person(id).filter(person -> person.has(line)).isPresent();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	List<SimulatedBill> unpaid(Msisdn line) {
		Set<String> paid = done(Kind.PAID);
		return line(line).filter(found -> found.billing() != null).map(found -> open(found, paid)).orElse(List.of());
	}

	/** What was given back so far. */
	long refunded(Msisdn line) {
		return this.database.sql("SELECT COALESCE(SUM(minor), 0) FROM simulated_billing WHERE line = ? AND deed = ?")
			.param(line.e164())
			.param(Kind.REFUNDED.name())
			.query(Long.class)
			.single();
	}

	Optional<SimulatedDeed> deed(Kind kind, String reference) {
		return this.database.sql("SELECT * FROM simulated_billing WHERE deed = ? AND reference = ?")
			.param(kind.name())
			.param(reference)
			.query((row, number) -> deed(row))
			.optional();
	}

	/**
	 * Writes something down that was done.
	 * @param deed what
	 * @param effective from when it counts, where that is another moment
	 * @return false if it stood there before
	 */
	boolean write(SimulatedDeed deed, @Nullable Instant effective) {
		return this.database.sql("""
				INSERT INTO simulated_billing (deed, reference, line, minor, currency, way, effective, at)
				VALUES (:deed, :reference, :line, :minor, :currency, :way, :effective, :at) ON CONFLICT DO NOTHING""")
			.param("deed", deed.kind().name())
			.param("reference", deed.reference())
			.param("line", deed.line().e164())
			.param("minor", deed.amount().map(Money::minor).orElse(null))
			.param("currency", deed.amount().map(Money::currency).orElse(null))
			.param("way", deed.way().map(RefundWay::name).orElse(null))
			.param("effective", (effective != null) ? effective.atOffset(ZoneOffset.UTC) : null)
			.param("at", deed.at().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	private List<SimulatedBill> open(PersonLine line, Set<String> paid) {
		return Optional.ofNullable(line.billing())
			.stream()
			.flatMap(ledger -> ledger.unpaid(today()))
			.filter(bill -> !paid.contains(bill.number()))
			.sorted(Comparator.comparing(SimulatedBill::due))
			.toList();
	}

	private Set<String> done(Kind kind) {
		return this.database.sql("SELECT reference FROM simulated_billing WHERE deed = ?")
			.param(kind.name())
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toSet());
	}

	private Stream<PersonLine> lines() {
		return this.people.people().stream().flatMap(person -> person.lines().stream());
	}

	private Optional<PersonLine> line(Msisdn number) {
		return lines().filter(line -> line.number().equals(number.e164())).findFirst();
	}

	private static SimulatedDeed deed(ResultSet row) throws SQLException {
		String currency = row.getString("currency");
		String way = row.getString("way");
		return new SimulatedDeed(Kind.valueOf(row.getString("deed")), new Msisdn(row.getString("line")),
				row.getString("reference"),
				(currency != null) ? Optional.of(new Money(row.getLong("minor"), currency)) : Optional.empty(),
				(way != null) ? Optional.of(RefundWay.valueOf(way)) : Optional.empty(),
				row.getObject("at", OffsetDateTime.class).toInstant());
	}

}
