package app.resim.provisioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.Particulars;
import app.resim.keys.Seal;
import app.resim.provisioning.ProfileOrder.OldSim;
import app.resim.provisioning.ProfileOrder.State;
import app.resim.provisioning.port.ProgressReports.Report;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All orders. Every change is one short transaction that locks a row, moves it and saves
 * it; the version guards against anything that went past the lock. Whoever comes second
 * starts from the new row.
 */
@Component
class OrderBook {

	private static final int TRIES = 10;

	private static final String COLUMNS = """
			id, line, profile_type, eid, usable_seconds, state, iccid, from_pool, old_iccid, old_sim, calls, call_id,
			called_until, unsure, unknown_calls, maybe_confirmed, secrets, bound, usable_until, fault, fault_text,
			version""";

	private static final String UPDATE = """
			UPDATE profile_order SET state = :state, iccid = :iccid, live_iccid = :live, from_pool = :fromPool,
			old_iccid = :oldIccid, old_sim = :oldSim, calls = :calls, call_id = :callId, called_until = :calledUntil,
			unsure = :unsure, unknown_calls = :unknownCalls, maybe_confirmed = :maybeConfirmed, secrets = :secrets,
			bound = :bound, usable_until = :usableUntil, fault = :fault, fault_text = :faultText, changed_at = :now,
			version = version + 1
			WHERE id = :id AND version = :version""";

	private static final String INSERT = """
			INSERT INTO profile_order (id, line, profile_type, eid, usable_seconds, state, from_pool, old_sim, calls,
			unsure, unknown_calls, maybe_confirmed, bound, created_at, changed_at, version)
			VALUES (:id, :line, :type, :eid, :usable, 'ORDERING', FALSE, 'KEPT', 0, FALSE, 0, FALSE, FALSE, :now, :now,
			0) ON CONFLICT DO NOTHING""";

	private static final String BAR = """
			INSERT INTO profile_order (id, line, profile_type, usable_seconds, state, from_pool, old_sim, calls,
			unsure, unknown_calls, maybe_confirmed, bound, created_at, changed_at, version)
			VALUES (:id, :line, '', 0, 'CANCELLED', FALSE, 'KEPT', 0, FALSE, 0, FALSE, FALSE, :now, :now, 0)
			ON CONFLICT DO NOTHING""";

	private static final String REPORT = """
			INSERT INTO download_report (order_id, point, result, code, sent_at, received_at)
			VALUES (:order, :point, :result, :code, :sentAt, :now) ON CONFLICT DO NOTHING""";

	/** An order that stands still for days is asked about many times. */
	private static final int CALLS_KEPT = 50;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Seal seal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OrderBook(JdbcClient database, PlatformTransactionManager transactions, Seal seal, ApplicationEventPublisher events,
			Clock clock) {
		this.database = database;
		this.transaction = new TransactionTemplate(transactions);
		this.seal = seal;
		this.events = events;
		this.clock = clock;
	}

	/** Writes the order down unless it is there already. */
	void open(ProfileOrder order) {
		this.database.sql(INSERT)
			.param("id", order.id.order())
			.param("line", order.line.e164())
			.param("type", order.profileType)
			.param("eid", order.eid.map(Eid::eid).orElse(null))
			.param("usable", order.usableFor.toSeconds())
			.param("now", stamp(this.clock.instant()))
			.update();
	}

	/**
	 * Writes an order down as taken back before anybody has placed it.
	 * @return false if it is there already
	 */
	boolean bar(OrderId order, Msisdn line) {
		return this.database.sql(BAR)
			.param("id", order.order())
			.param("line", line.e164())
			.param("now", stamp(this.clock.instant()))
			.update() > 0;
	}

	Optional<ProfileOrder> find(OrderId id) {
		return load(id, "").map(Loaded::order);
	}

	/** The only order that holds this profile now. */
	Optional<OrderId> holding(Iccid iccid) {
		return this.database.sql("SELECT id FROM profile_order WHERE live_iccid = :iccid")
			.param("iccid", iccid.iccid())
			.query(UUID.class)
			.optional()
			.map(OrderId::new);
	}

	/** The newest order of a line whose code was given out and never used. */
	Optional<OrderId> unused(Msisdn line) {
		return this.database.sql("""
				SELECT id FROM profile_order WHERE line = :line AND state = 'RELEASED' AND usable_until > :now
				ORDER BY usable_until DESC, id FETCH FIRST 1 ROW ONLY""")
			.param("line", line.e164())
			.param("now", stamp(this.clock.instant()))
			.query(UUID.class)
			.optional()
			.map(OrderId::new);
	}

	/**
	 * Keeps a report.
	 * @return false if the very same was kept before
	 */
	boolean keep(OrderId order, Report report) {
		return this.database.sql(REPORT)
			.param("order", order.order())
			.param("point", report.point())
			.param("result", report.result().name())
			.param("code", report.code())
			.param("sentAt", report.sentAt())
			.param("now", stamp(this.clock.instant()))
			.update() > 0;
	}

	/** What the SM-DP+ reported, the oldest first. */
	List<Particulars> reports(OrderId order) {
		return this.database.sql("SELECT * FROM download_report WHERE order_id = :order ORDER BY received_at, point")
			.param("order", order.order())
			.query((row, number) -> new Particulars().say("at", Objects.requireNonNull(instant(row, "received_at")))
				.say("point", row.getInt("point"))
				.say("result", row.getString("result"))
				.say("code", row.getString("code")))
			.list();
	}

	/** What happens at the installation happens to a profile that was loaded. */
	boolean isLoaded(OrderId order) {
		return this.database.sql("""
				SELECT EXISTS (SELECT 1 FROM download_report WHERE order_id = :order
				  AND (point = :installation OR (point = :download AND result = 'SUCCESS')))""")
			.param("order", order.order())
			.param("installation", Report.INSTALLATION)
			.param("download", Report.DOWNLOAD)
			.query(Boolean.class)
			.single();
	}

	/** Only where nothing reads what is blanked any more. */
	void blank(OrderId order) {
		this.database.sql("""
				UPDATE profile_order SET secrets = NULL, eid = NULL, fault_text = NULL, version = version + 1
				WHERE id = :id AND state IN ('INSTALLED', 'CANCELLED')
				  AND (secrets IS NOT NULL OR eid IS NOT NULL OR fault_text IS NOT NULL)""")
			.param("id", order.order())
			.update();
	}

	/**
	 * Moves an order. The move may run several times, each time on a fresh row, and has
	 * no effect but on the row.
	 * @param id an order that exists
	 * @param move changes the order and answers what to do next
	 * @return what the move that was saved answered
	 */
	<R> R change(OrderId id, Function<ProfileOrder, R> move) {
		for (int i = 1;; i++) {
			try {
				return changeOnce(id, move);
			}
			catch (ConcurrencyFailureException ex) {
				if (i == TRIES) {
					throw ex;
				}
			}
		}
	}

	private <R> R changeOnce(OrderId id, Function<ProfileOrder, R> move) {
		return Objects.requireNonNull(this.transaction.execute(status -> {
			Loaded loaded = load(id, " FOR UPDATE").orElseThrow();
			State before = loaded.order().state;
			Map<String, @Nullable Object> row = row(loaded.order());
			R answer = move.apply(loaded.order());
			if (!row.equals(row(loaded.order()))) {
				save(loaded);
			}
			writeDown(loaded.order());
			publish(loaded.order(), before);
			return answer;
		}));
	}

	private void writeDown(ProfileOrder order) {
		order.asked.ifPresent(question -> {
			this.database.sql(
					"INSERT INTO outside_call (order_id, number, question, asked_at) VALUES (:order, :number, :question, :now)")
				.param("order", order.id.order())
				.param("number", order.calls)
				.param("question", question.name())
				.param("now", stamp(this.clock.instant()))
				.update();
			this.database.sql("DELETE FROM outside_call WHERE order_id = :order AND number <= :old")
				.param("order", order.id.order())
				.param("old", order.calls - CALLS_KEPT)
				.update();
		});
		order.ended.ifPresent(ended -> this.database.sql(
				"UPDATE outside_call SET answered_at = :now, answer = :word WHERE order_id = :order AND number = :number")
			.param("now", stamp(this.clock.instant()))
			.param("word", ended.word())
			.param("order", order.id.order())
			.param("number", ended.number())
			.update());
	}

	/** What outer systems were asked, the newest first. */
	List<OutsideCall> calls(OrderId order) {
		return this.database.sql("SELECT * FROM outside_call WHERE order_id = :order ORDER BY number DESC")
			.param("order", order.order())
			.query((row, number) -> call(row))
			.list();
	}

	private static OutsideCall call(ResultSet row) throws SQLException {
		Instant answered = instant(row, "answered_at");
		return new OutsideCall(Objects.requireNonNull(instant(row, "asked_at")),
				OutsideCall.Question.valueOf(row.getString("question")), (answered != null)
						? Optional.of(new OutsideCall.Answer(answered, row.getString("answer"))) : Optional.empty());
	}

	private void publish(ProfileOrder order, State before) {
		if (order.state != before) {
			this.events.publishEvent(new OrderMoved(order.id, order.state, order.callId, this.clock.instant()));
		}
		order.news.forEach(this.events::publishEvent);
	}

	private void save(Loaded loaded) {
		ProfileOrder order = loaded.order();
		int rows = this.database.sql(UPDATE)
			.params(row(order))
			.param("id", order.id.order())
			.param("version", loaded.version())
			.param("secrets", sealed(order))
			.param("now", stamp(this.clock.instant()))
			.update();
		if (rows == 0) {
			throw new OptimisticLockingFailureException("The order was changed by somebody else");
		}
	}

	/** What a move can change; the secrets as they are before sealing. */
	private static Map<String, @Nullable Object> row(ProfileOrder order) {
		String iccid = text(order.iccid);
		var row = new HashMap<String, @Nullable Object>();
		row.put("state", order.state.name());
		row.put("iccid", iccid);
		row.put("live", (order.state != State.CANCELLED) ? iccid : null);
		row.put("fromPool", order.fromPool);
		row.put("oldIccid", text(order.oldIccid));
		row.put("oldSim", order.oldSim.name());
		row.put("calls", order.calls);
		row.put("callId", order.callId);
		row.put("calledUntil", stamp(order.calledUntil));
		row.put("unsure", order.unsure);
		row.put("unknownCalls", order.unknownCalls);
		row.put("maybeConfirmed", order.maybeConfirmed);
		row.put("secrets", order.secrets);
		row.put("bound", order.bound);
		row.put("usableUntil", stamp(order.usableUntil));
		row.put("fault", order.fault);
		row.put("faultText", order.faultText);
		return row;
	}

	private static @Nullable String text(@Nullable Iccid iccid) {
		return (iccid != null) ? iccid.iccid() : null;
	}

	private Optional<Loaded> load(OrderId id, String lock) {
		return this.database.sql("SELECT " + COLUMNS + " FROM profile_order WHERE id = :id" + lock)
			.param("id", id.order())
			.query((row, number) -> loaded(row))
			.optional();
	}

	private Loaded loaded(ResultSet row) throws SQLException {
		var order = new ProfileOrder(new OrderId(row.getObject("id", UUID.class)), new Msisdn(row.getString("line")),
				row.getString("profile_type"), Optional.ofNullable(row.getString("eid")).map(Eid::new),
				Duration.ofSeconds(row.getLong("usable_seconds")));
		order.state = State.valueOf(row.getString("state"));
		order.iccid = iccid(row, "iccid");
		order.fromPool = row.getBoolean("from_pool");
		order.oldIccid = iccid(row, "old_iccid");
		order.oldSim = OldSim.valueOf(row.getString("old_sim"));
		order.calls = row.getInt("calls");
		order.callId = row.getString("call_id");
		order.calledUntil = instant(row, "called_until");
		order.unsure = row.getBoolean("unsure");
		order.unknownCalls = row.getInt("unknown_calls");
		order.maybeConfirmed = row.getBoolean("maybe_confirmed");
		order.secrets = opened(order.id, row.getBytes("secrets"));
		order.bound = row.getBoolean("bound");
		order.usableUntil = instant(row, "usable_until");
		order.fault = row.getString("fault");
		order.faultText = row.getString("fault_text");
		return new Loaded(order, row.getLong("version"));
	}

	private byte @Nullable [] sealed(ProfileOrder order) {
		return (order.secrets != null) ? this.seal.close(order.secrets.bytes(), context(order.id)) : null;
	}

	private @Nullable Secrets opened(OrderId id, byte @Nullable [] sealed) {
		return (sealed != null) ? Secrets.of(this.seal.open(sealed, context(id))) : null;
	}

	private static String context(OrderId id) {
		return "order:" + id.order();
	}

	private static @Nullable Iccid iccid(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return (text != null) ? new Iccid(text) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime stamp(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private record Loaded(ProfileOrder order, long version) {
	}

}
