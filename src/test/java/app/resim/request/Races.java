package app.resim.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets sending, stopping, approving, making and showing one request run against each
 * other, round after round, and looks whether anything came out that never may.
 */
final class Races {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final Proof PROOF = Proof.of(SAM, Proven.mailCode(app.resim.MovingClock.START));

	/** One lane each: a line has one live request. */
	private static final List<Msisdn> LINES = List.of(new Msisdn("+85255500142"), new Msisdn("+85255500187"),
			new Msisdn("+85255500163"));

	private static final Eid EID = new Eid("89049032123451234512345678901235");

	/** A lane that stands still fails, rather than waits for ever. */
	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

	private final Requests requests;

	private final Reviews reviews;

	private final Vetoes vetoes;

	private final Fulfilment fulfilment;

	private final RequestRows rows;

	private final Devices devices;

	private final JdbcClient database;

	private final AtomicInteger stopped = new AtomicInteger();

	private final AtomicInteger shown = new AtomicInteger();

	private final List<String> faults = new ArrayList<>();

	Races(BeanFactory resim) {
		this.requests = resim.getBean(Requests.class);
		this.reviews = resim.getBean(Reviews.class);
		this.vetoes = resim.getBean(Vetoes.class);
		this.fulfilment = resim.getBean(Fulfilment.class);
		this.rows = resim.getBean(RequestRows.class);
		this.devices = resim.getBean(Devices.class);
		this.database = resim.getBean(JdbcClient.class);
	}

	/**
	 * What came out.
	 *
	 * @param races run
	 * @param stopped of them stopped
	 * @param shown of them with a code shown before the stop
	 * @param faults what never may be, empty if all is well
	 */
	record Report(int races, int stopped, int shown, List<String> faults) {
	}

	Report run(int races) throws Exception {
		LINES.forEach(this::forget);
		int before = profilesOut();
		var next = new AtomicInteger();
		try (var lanes = Executors.newFixedThreadPool(LINES.size())) {
			List<Future<Integer>> running = LINES.stream().map(line -> lanes.submit(() -> {
				try (var racers = Executors.newCachedThreadPool()) {
					while (next.get() < races) {
						forget(line);
						three(line, next, racers);
					}
				}
				return 0;
			})).toList();
			for (Future<Integer> lane : running) {
				lane.get();
			}
		}
		// an ICCID that is free again serves the next order, so this is counted when all
		// is quiet
		if (profilesOut() != before) {
			fault(next.get(), "profiles that can be downloaded: " + (profilesOut() - before));
		}
		return new Report(next.get(), this.stopped.get(), this.shown.get(), List.copyOf(this.faults));
	}

	/**
	 * Each of its messages stops a request once: so one request is good for three races.
	 */
	private void three(Msisdn line, AtomicInteger next, ExecutorService racers) throws Exception {
		RequestReference reference = answered(line);
		race(line, next.getAndIncrement(), reference, NoticeChannel.EMAIL, racers,
				over -> this.requests.submit(reference, PROOF), over -> this.requests.submit(reference, PROOF),
				over -> this.requests.start(SAM, line));
		lookInto(reference);
		race(line, next.getAndIncrement(), reference, NoticeChannel.LINE, racers,
				over -> approved(reference, over, "kay"), over -> approved(reference, over, "hugo"));
		lookInto(reference);
		approved(reference, new AtomicBoolean(true), "hugo");
		approved(reference, new AtomicBoolean(true), "kay");
		fulfil(reference, () -> this.requests.find(reference, SAM).orElseThrow().phase() == Phase.READY);
		race(line, next.getAndIncrement(), reference, NoticeChannel.BACKUP, racers,
				over -> this.requests.submit(reference, PROOF));
	}

	private void lookInto(RequestReference reference) {
		this.reviews.claim(reference, "hugo");
		this.reviews.claim(reference, "kay");
		this.reviews.resume(reference, "hugo");
		this.reviews.resume(reference, "kay");
		this.reviews.giveBack(reference, "hugo");
		this.reviews.giveBack(reference, "kay");
	}

	@SafeVarargs
	private void race(Msisdn line, int race, RequestReference reference, NoticeChannel channel, ExecutorService racers,
			Function<AtomicBoolean, Object>... others) throws Exception {
		var over = new AtomicBoolean();
		var confirmed = new AtomicLong(Long.MAX_VALUE);
		List<Callable<Object>> deeds = new ArrayList<>();
		for (Function<AtomicBoolean, Object> other : others) {
			deeds.add(() -> other.apply(over));
		}
		deeds.add(() -> fulfil(reference, over::get));
		deeds.add(() -> fulfil(reference, over::get));
		deeds.add(() -> looked(reference, over, confirmed));
		deeds.add(() -> vetoed(reference, race, channel, over, confirmed));
		all(deeds, racers);
		judge(reference, line, race);
	}

	/** After another while each time, so that every state is met. */
	private VetoAnswer vetoed(RequestReference reference, int round, NoticeChannel channel, AtomicBoolean over,
			AtomicLong confirmed) {
		String stop = Objects.requireNonNull(this.vetoes.stops(reference).get(channel));
		String named = channel.name().toLowerCase(Locale.ROOT);
		long begin = System.nanoTime();
		int looks = round * 7 % 23;
		VetoAnswer answer;
		do {
			for (int look = 0; look < looks; look++) {
				this.vetoes.look(reference.reference(), named, stop);
			}
			answer = this.vetoes.press(reference.reference(), named, stop);
		}
		while (answer instanceof VetoAnswer.Unknown && System.nanoTime() - begin < PATIENCE);
		if (answer instanceof VetoAnswer.Stopped) {
			confirmed.set(System.nanoTime());
			this.stopped.incrementAndGet();
		}
		else {
			fault(round, "the stop answered " + answer.getClass().getSimpleName());
		}
		over.set(true);
		return answer;
	}

	private Object approved(RequestReference reference, AtomicBoolean over, String reviewer) {
		do {
			if (this.reviews.claim(reference, reviewer)) {
				this.reviews.approve(reference, reviewer, "");
			}
		}
		while (!over.get());
		return over;
	}

	private Object fulfil(RequestReference reference, java.util.function.BooleanSupplier over) {
		long begin = System.nanoTime();
		while (!over.getAsBoolean() && System.nanoTime() - begin < PATIENCE) {
			this.rows.findByReference(reference.reference()).ifPresent(row -> this.fulfilment.run(row.id()));
		}
		return over.getAsBoolean();
	}

	private Object looked(RequestReference reference, AtomicBoolean over, AtomicLong confirmed) {
		boolean last = false;
		boolean code = false;
		while (!last) {
			last = over.get();
			long begun = System.nanoTime();
			EsimAnswer answer = this.requests.showEsim(reference, SAM, app.resim.MovingClock.START.plusSeconds(1));
			if (answer instanceof EsimAnswer.Shown) {
				code = true;
				if (begun > confirmed.get()) {
					fault(-1, "a code was shown after the stop was confirmed");
				}
			}
		}
		if (code) {
			this.shown.incrementAndGet();
		}
		return code;
	}

	private void judge(RequestReference reference, Msisdn line, int round) {
		Request row = this.rows.findByReference(reference.reference()).orElseThrow();
		if (row.status() != RequestStatus.PAUSED) {
			fault(round, "the request stands at " + row.status());
		}
		takeBack(row, line);
		if (this.requests.showEsim(reference, SAM, app.resim.MovingClock.START) instanceof EsimAnswer.Shown) {
			fault(round, "a code is shown though it is stopped");
		}
		if (!open(line).isEmpty()) {
			fault(round, "orders that are not cancelled: " + open(line) + ", "
					+ this.rows.findByReference(reference.reference()).orElseThrow().fault().orElse("no fault"));
		}
		count(round, "more than one live request", 1,
				"SELECT COUNT(*) FROM replacement_request WHERE line = ? AND status NOT IN ('DONE', 'DECLINED', 'WITHDRAWN', 'EXPIRED')",
				line);
	}

	/**
	 * A call that took too long on a busy machine is made again, as the job would after a
	 * while.
	 */
	private void takeBack(Request row, Msisdn line) {
		long begin = System.nanoTime();
		do {
			this.fulfilment.run(row.id());
		}
		while (!open(line).isEmpty() && System.nanoTime() - begin < PATIENCE);
	}

	private List<String> open(Msisdn line) {
		return this.database.sql("SELECT state FROM profile_order WHERE line = ? AND state <> 'CANCELLED'")
			.param(line.e164())
			.query(String.class)
			.list();
	}

	private int profilesOut() {
		return this.database.sql("SELECT COUNT(*) FROM simulated_profile WHERE state = 'RELEASED'")
			.query(Integer.class)
			.single();
	}

	private void count(int round, String what, int most, String sql, Msisdn line) {
		int found = this.database.sql(sql).param(line.e164()).query(Integer.class).single();
		if (found > most) {
			fault(round, what + ": " + found);
		}
	}

	private synchronized void fault(int round, String what) {
		this.faults.add("round " + round + ": " + what);
	}

	private static void all(List<Callable<Object>> deeds, ExecutorService racers)
			throws InterruptedException, ExecutionException {
		var gate = new CyclicBarrier(deeds.size());
		List<Future<Object>> running = new ArrayList<>();
		for (Callable<Object> deed : deeds) {
			running.add(racers.submit(() -> {
				gate.await();
				return deed.call();
			}));
		}
		for (Future<Object> each : running) {
			each.get();
		}
	}

	private RequestReference answered(Msisdn line) {
		RequestReference reference = this.requests.start(SAM, line).orElseThrow().reference();
		this.requests.answerDevice(reference, SAM, this.devices.check(new DeviceQuestion.WithEid(EID)), "iPhone 15",
				DeviceFacts.Source.EID, Optional.of(EID));
		this.requests.chooseDocument(reference, SAM, DocumentKind.HKID);
		this.requests.noteNumber(reference, SAM, DocumentKind.HKID, "A123456(3)");
		PicturesOfARequest.add(this.requests, reference, SAM, Side.FRONT, SpecimenPictures.idCard());
		PicturesOfARequest.add(this.requests, reference, SAM, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(reference, SAM, Reason.DAMAGED, false);
		return reference;
	}

	/** Or the next round on this line would be one too many of a day. */
	private void forget(Msisdn line) {
		List<String> folders = this.database.sql("SELECT 'request:' || id FROM replacement_request WHERE line = ?")
			.param(line.e164())
			.query(String.class)
			.list();
		for (String folder : folders) {
			this.database.sql(
					"DELETE FROM identity_likeness WHERE picture IN (SELECT id FROM identity_picture WHERE folder = ?)")
				.param(folder)
				.update();
			for (String table : List.of("identity_retake", "identity_number", "identity_picture", "identity_folder")) {
				this.database.sql("DELETE FROM " + table + " WHERE folder = ?").param(folder).update();
			}
		}
		for (String table : List.of("replacement_request", "profile_order")) {
			this.database.sql("DELETE FROM " + table + " WHERE line = ?").param(line.e164()).update();
		}
	}

}
