package app.resim.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.keys.FreshSeal;
import app.resim.provisioning.port.IccidSupply;
import app.resim.provisioning.port.ProgressReports;
import app.resim.provisioning.port.ProgressReports.Report;
import app.resim.provisioning.port.ProgressReports.Result;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Provisioning on a real database between a fake SM-DP+ and a fake network.
 */
final class Bench {

	static final Msisdn LINE = new Msisdn("+85255500142");

	static final Iccid OLD = new Iccid("8985200000260001427");

	static final Optional<Eid> EID = Optional.of(new Eid("89049032123451234512345678901235"));

	static final Duration USABLE = Duration.ofDays(7);

	/** Longer than any call is waited for. */
	static final Duration A_WHILE = Duration.ofSeconds(30);

	final MovingClock clock = new MovingClock();

	final FakeProfileServer server = new FakeProfileServer();

	final FakeRegister register = new FakeRegister();

	final List<Object> events = new CopyOnWriteArrayList<>();

	final List<IccidSupply.Stocked> pool = new CopyOnWriteArrayList<>();

	final JdbcClient database;

	final OrderBook book;

	final Provisioning provisioning;

	final ProgressReports progress;

	private Bench(DataSource database, PlatformTransactionManager transactions, boolean pool, boolean codes) {
		this.database = JdbcClient.create(database);
		this.book = new OrderBook(this.database, transactions, FreshSeal.make(), this::hear, this.clock);
		var beans = new StaticListableBeanFactory();
		if (pool) {
			Stream.iterate(8985200100000000000L, iccid -> iccid + 1)
				.limit(20)
				.forEach(iccid -> this.pool.add(new IccidSupply.Stocked(new Iccid("" + iccid), Optional.empty())));
			beans.addBean("pool", (IccidSupply) () -> List.copyOf(this.pool));
		}
		var stock = new IccidStock(this.database, transactions, beans.getBeanProvider(IccidSupply.class), this.clock);
		var calls = new ServerCalls(this.book, this.server, this.clock);
		var network = new Network(this.book, this.register, this.clock);
		var steps = new ProfileSteps(this.book, calls, stock, new PlaceOrder(stock),
				new ConfirmAndRelease(this.server, codes, new Random(7), this.clock),
				new ProveRelease(this.clock, this.server), this.clock);
		this.provisioning = new Provisioning(this.book, steps, network,
				new Cancellation(this.book, network, calls, new TakeBack(stock), stock, this.clock));
		this.progress = new Progress(this.book, this.clock);
		this.register.add(LINE, OLD);
	}

	/** Keeps events in memory, and in the transaction that published them. */
	private void hear(Object event) {
		this.events.add(event);
		this.database.sql("""
				INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date)
				VALUES (:id, 'bench', :type, '', :now)""")
			.param("id", UUID.randomUUID())
			.param("type", event.getClass().getSimpleName())
			.param("now", now().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** How often an event of this type was published for good. */
	int committed(Class<?> type) {
		return this.database.sql("SELECT COUNT(*) FROM event_publication WHERE event_type = :type")
			.param("type", type.getSimpleName())
			.query(Integer.class)
			.single();
	}

	/** Keeps connections open, as the application does. */
	static DataSource pooled(DataSource database) {
		var pool = new HikariDataSource();
		pool.setDataSource(database);
		return pool;
	}

	static void empty(DataSource database) {
		var statements = new JdbcTemplate(database);
		for (String table : List.of("download_report", "profile_order", "iccid_stock", "event_publication")) {
			statements.update("DELETE FROM " + table);
		}
	}

	static Bench withPool(DataSource database) {
		return new Bench(database, new JdbcTransactionManager(database), true, false);
	}

	static Bench withPool(DataSource database, PlatformTransactionManager transactions) {
		return new Bench(database, transactions, true, false);
	}

	static Bench withoutPool(DataSource database) {
		return new Bench(database, new JdbcTransactionManager(database), false, false);
	}

	static Bench withConfirmationCodes(DataSource database) {
		return new Bench(database, new JdbcTransactionManager(database), true, true);
	}

	OrderId fresh() {
		return new OrderId(UUID.randomUUID());
	}

	Step order(OrderId id) {
		return this.provisioning.order(id, LINE, "tidewire-standard", EID, USABLE);
	}

	OrderId ordered() {
		OrderId id = fresh();
		require(order(id));
		return id;
	}

	OrderId attached() {
		OrderId id = ordered();
		require(this.provisioning.attach(id));
		return id;
	}

	OrderId released() {
		OrderId id = attached();
		require(this.provisioning.release(id));
		return id;
	}

	OrderId installed() {
		OrderId id = released();
		report(id, Report.INSTALLATION, Result.SUCCESS, "");
		return id;
	}

	Iccid iccid(OrderId id) {
		return this.database.sql("SELECT iccid FROM profile_order WHERE id = :id")
			.param("id", id.order())
			.query((row, number) -> new Iccid(row.getString(1)))
			.single();
	}

	String state(OrderId id) {
		return this.database.sql("SELECT state FROM profile_order WHERE id = :id")
			.param("id", id.order())
			.query(String.class)
			.single();
	}

	FakeProfileServer.Profile profile(OrderId id) {
		return this.server.profile(iccid(id));
	}

	void report(OrderId id, int point, Result result, String code) {
		report(id, point, result, code, "2026-08-04T05:31:00Z");
	}

	void report(OrderId id, int point, Result result, String code, String sentAt) {
		this.progress.received(new Report(iccid(id), EID, point, result, code, sentAt));
	}

	<T> List<T> events(Class<T> type) {
		return this.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	Instant now() {
		return this.clock.instant();
	}

	private static void require(Step step) {
		if (!(step instanceof Step.Done)) {
			throw new AssertionError(step.toString());
		}
	}

}
