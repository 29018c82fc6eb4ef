package app.resim.provisioning.simulated;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A network register in Resim's own database. It knows every number: one that it meets
 * for the first time gets the SIM of the demo's people, else an invented one.
 */
@Component
@ConditionalOnProperty(name = "resim.provisioning.network.adapter", havingValue = "simulated", matchIfMissing = true)
class SimulatedNetwork implements LineRegister {

	private static final Change DONE = new Change.Done();

	private final JdbcClient database;

	private final RandomGenerator chance;

	private final Clock clock;

	private final Map<Msisdn, Iccid> known;

	SimulatedNetwork(JdbcClient database, RandomGenerator chance, Clock clock) {
		this.database = database;
		this.chance = chance;
		this.clock = clock;
		this.known = DemoLines.read();
	}

	@Override
	public Duration longestCall() {
		return Duration.ofSeconds(5);
	}

	@Override
	public Optional<RegisteredLine> state(Msisdn line) {
		try {
			meet(line);
			return this.database.sql("SELECT sim, stopped, since, attached FROM simulated_line WHERE line = :line")
				.param("line", line.e164())
				.query((row, number) -> registered(row))
				.optional();
		}
		catch (DataAccessException ex) {
			throw new RegisterUnreachable(ex);
		}
	}

	@Override
	public Change stop(Msisdn line) {
		return change(line,
				"UPDATE simulated_line SET stopped = TRUE, since = :now WHERE line = :line AND NOT stopped");
	}

	@Override
	public Change start(Msisdn line) {
		return change(line, "UPDATE simulated_line SET stopped = FALSE, since = :now WHERE line = :line AND stopped");
	}

	@Override
	public Change attach(Msisdn line, Iccid iccid) {
		return change(line, iccid, "UPDATE simulated_line SET next_sim = :iccid WHERE line = :line AND sim <> :iccid",
				"UPDATE simulated_line SET sim = :iccid WHERE line = :line AND sim IS NULL");
	}

	@Override
	public Change endSim(Msisdn line, Iccid iccid) {
		return change(line, iccid, "UPDATE simulated_line SET next_sim = NULL WHERE line = :line AND next_sim = :iccid",
				"UPDATE simulated_line SET sim = next_sim, next_sim = NULL WHERE line = :line AND sim = :iccid");
	}

	private Change change(Msisdn line, String update) {
		try {
			meet(line);
			this.database.sql(update)
				.param("line", line.e164())
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
			return DONE;
		}
		catch (DataAccessException ex) {
			return new Change.Later("unreachable");
		}
	}

	private Change change(Msisdn line, Iccid iccid, String... updates) {
		try {
			meet(line);
			for (String update : updates) {
				this.database.sql(update).param("line", line.e164()).param("iccid", iccid.iccid()).update();
			}
			return DONE;
		}
		catch (DataAccessException ex) {
			return new Change.Later("unreachable");
		}
	}

	private void meet(Msisdn line) {
		Iccid sim = Optional.ofNullable(this.known.get(line)).orElseGet(() -> Iccids.draw(this.chance));
		this.database.sql("""
				INSERT INTO simulated_line (line, sim, stopped) VALUES (:line, :sim, FALSE)
				ON CONFLICT DO NOTHING""").param("line", line.e164()).param("sim", sim.iccid()).update();
	}

	private static RegisteredLine registered(ResultSet row) throws SQLException {
		return new RegisteredLine(Optional.ofNullable(row.getString("sim")).map(Iccid::new), row.getBoolean("stopped"),
				Optional.ofNullable(row.getObject("since", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				Optional.ofNullable(row.getObject("attached", Boolean.class)));
	}

}
