package app.resim.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import app.resim.chaos.Blow.Strike;

/**
 * Brings customers to a boundary, a few at a time, lets a blow fall there, and waits
 * until each of them gets on.
 */
final class Chaos {

	/** A journey that makes no progress for so long is left behind, and counted. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Stage stage;

	private final List<Customer> customers;

	private final long seed;

	private final Tally tally;

	private final List<Journey> journeys = new ArrayList<>();

	private final List<Thread> lives = new ArrayList<>();

	Chaos(Stage stage, List<Customer> customers, long seed, PrintStream out) {
		this.stage = stage;
		this.customers = customers;
		this.seed = seed;
		this.tally = new Tally(out);
	}

	/** Every blow at every boundary, in an order that the seed gives. */
	static List<Strike> shuffled(long seed) {
		List<Strike> strikes = new ArrayList<>(Blow.grid());
		Collections.shuffle(strikes, new Random(seed));
		return strikes;
	}

	/** Spreads the customers over the strikes. */
	Tally run(List<Strike> strikes) throws InterruptedException {
		int waves = strikes.size();
		for (int wave = 0; wave < waves; wave++) {
			strike(strikes.get(wave), this.customers.subList(wave * this.customers.size() / waves,
					(wave + 1) * this.customers.size() / waves));
		}
		for (Thread life : this.lives) {
			life.join(PATIENCE);
			life.interrupt();
		}
		return this.tally.judged(this.stage, this.journeys);
	}

	private void strike(Strike strike, List<Customer> some) throws InterruptedException {
		List<Journey> wave = some.stream().map(each -> new Journey(this.stage, each, this.seed).answer()).toList();
		this.journeys.addAll(wave);
		List<String> lines = wave.stream().map(Journey::line).toList();
		var codes = new CountDownLatch(wave.size());
		var go = new CountDownLatch(1);
		List<Thread> lives = wave.stream()
			.map(journey -> Thread.ofVirtual().start(() -> live(journey, strike.at(), codes, go)))
			.toList();
		this.lives.addAll(lives);
		Gate gate = bring(wave, lines, strike, codes, go);
		Optional<String> victim = seen(gate);
		if (victim.isEmpty()) {
			gate.close();
			this.tally.missed(strike);
		}
		else {
			Map<String, String> before = marks(strike.at(), lines);
			var restored = fall(strike.blow(), victim.get(), gate);
			this.tally.struck(strike, wave.size(), resumed(strike.at(), lines, before, restored));
			restored.whole().join();
		}
		for (Thread life : lives) {
			life.join(PATIENCE);
		}
	}

	private static void live(Journey journey, Boundary at, CountDownLatch codes, CountDownLatch go) {
		try {
			journey.awaitCode(at == Boundary.NOTIFY);
			codes.countDown();
			go.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		if (at == Boundary.TAKE_BACK) {
			journey.withdraw();
		}
		else {
			journey.install();
		}
	}

	/** Shuts the gate before which they are to stand. */
	private Gate bring(List<Journey> wave, List<String> lines, Strike strike, CountDownLatch codes, CountDownLatch go)
			throws InterruptedException {
		Boundary at = strike.at();
		Gate gate;
		if (at.isAfterReady()) {
			wave.forEach(Journey::send);
			codes.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			gate = Gate.shut(this.stage, at, strike.blow(), lines);
		}
		else if (at.compareTo(Boundary.ATTACH) > 0) {
			Gate before = Gate.shut(this.stage, Boundary.ATTACH, strike.blow(), lines);
			wave.forEach(Journey::send);
			await(() -> marks(at, lines).values().stream().allMatch(mark -> mark.contains("|ORDERED|")));
			gate = Gate.shut(this.stage, at, strike.blow(), lines);
			before.close();
		}
		else {
			gate = Gate.shut(this.stage, at, strike.blow(), lines);
			wave.forEach(Journey::send);
		}
		go.countDown();
		return gate;
	}

	private static Optional<String> seen(Gate gate) throws InterruptedException {
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < PATIENCE.toNanos()) {
			Optional<String> victim = gate.arrived();
			if (victim.isPresent()) {
				return victim;
			}
			Thread.sleep(5);
		}
		return Optional.empty();
	}

	/**
	 * How a blow ends.
	 *
	 * @param over with the time at which the journeys could go on: of a node that died or
	 * froze the other one has to take over, so the time is that of the blow itself
	 * @param whole once everything runs again
	 */
	private record Restored(CompletableFuture<Long> over, CompletableFuture<?> whole) {
	}

	private Restored fall(Blow blow, String victim, Gate gate) {
		Counterpart node = this.stage.node(victim);
		return switch (blow) {
			case NODE_KILLED -> {
				node.kill();
				gate.close();
				yield since(now(), after(blow, node::start));
			}
			case NODE_FROZEN, NODE_FROZEN_LONG -> {
				node.freeze();
				gate.close();
				yield since(now(), after(blow, node::thaw));
			}
			case NODES_KILLED -> {
				this.stage.nodes.forEach(Counterpart::kill);
				gate.close();
				List<CompletableFuture<Void>> starts = this.stage.nodes.stream()
					.map(each -> after(blow, each::start))
					.toList();
				var both = starts.toArray(CompletableFuture[]::new);
				yield new Restored(CompletableFuture.anyOf(both).thenApply(started -> now()),
						CompletableFuture.allOf(both));
			}
			case DATABASE_CUT -> {
				this.stage.cutDatabase();
				gate.close();
				yield since(now(), CompletableFuture.completedFuture(null));
			}
			case SMDP_KILLED -> {
				this.stage.smDp.kill();
				yield until(after(blow, this.stage.smDp::start));
			}
			case SMDP_FROZEN -> {
				this.stage.smDp.freeze();
				yield until(after(blow, () -> {
					this.stage.smDp.thaw();
					this.stage.smDpMisbehaves("none");
				}));
			}
			case SMDP_DOWN -> {
				this.stage.smDpMisbehaves("down");
				yield until(after(blow, () -> this.stage.smDpMisbehaves("none")));
			}
			case SMDP_LOSES_ANSWERS, SMDP_BROKEN, SMDP_TOO_SLOW ->
				until(after(blow, () -> this.stage.smDpMisbehaves("none")));
		};
	}

	private static Restored since(long begin, CompletableFuture<?> whole) {
		return new Restored(CompletableFuture.completedFuture(begin), whole);
	}

	private static Restored until(CompletableFuture<?> whole) {
		return new Restored(whole.thenApply(ended -> now()), whole);
	}

	private static CompletableFuture<Void> after(Blow blow, Runnable cure) {
		return CompletableFuture.runAsync(cure, CompletableFuture.delayedExecutor(blow.seconds(), TimeUnit.SECONDS,
				task -> Thread.ofPlatform().start(task)));
	}

	/**
	 * The longest time in seconds until a journey got on; more than the patience if one
	 * never did.
	 */
	private double resumed(Boundary at, List<String> lines, Map<String, String> before, Restored restored)
			throws InterruptedException {
		long begin = System.nanoTime();
		double longest = 0;
		List<String> waiting = new ArrayList<>(lines);
		while (!waiting.isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
			long over = restored.over().getNow(now());
			Map<String, String> marks = marks(at, lines);
			for (String line : lines) {
				if (!marks.get(line).equals(before.get(line)) && waiting.remove(line)) {
					longest = Math.max(longest, (now() - over) / 1e9);
				}
			}
			Thread.sleep(25);
		}
		return waiting.isEmpty() ? longest : Double.POSITIVE_INFINITY;
	}

	/** How far each has come. A try that failed is no progress. */
	private Map<String, String> marks(Boundary at, List<String> lines) {
		return this.stage.database.sql("""
				SELECT r.line, CONCAT(r.status, r.undone, '|', o.state, '|', o.old_sim, CASE WHEN :mail THEN
				  (SELECT COUNT(*) FROM notice n WHERE n.reference = r.reference AND n.kind = 'READY'
				   AND n.settled_at IS NOT NULL) ELSE 0 END) AS mark
				FROM replacement_request r LEFT JOIN profile_order o ON o.id = r.order_id WHERE r.line IN (:lines)""")
			.param("mail", at == Boundary.NOTIFY)
			.param("lines", lines)
			.query((row, number) -> Map.entry(row.getString("line"), row.getString("mark")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static void await(BooleanSupplier what) throws InterruptedException {
		long begin = System.nanoTime();
		while (!what.getAsBoolean() && System.nanoTime() - begin < PATIENCE.toNanos()) {
			Thread.sleep(25);
		}
	}

	private static long now() {
		return System.nanoTime();
	}

}
