package app.resim.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import app.resim.chaos.Customer;
import app.resim.journey.Traveller.Step;

import org.springframework.util.FileSystemUtils;

/**
 * Customers, reviewers and jobs on a node of an older build and on one of a newer build
 * at the same time, on one PostgreSQL that the newer one has migrated. Run by
 * {@code script/bench upgrade}.
 */
public final class UpgradeBench {

	/** Before the new node is there, and while the old one leaves. */
	private static final int AROUND = 5;

	/** In each round: one for each way from node to node. */
	private static final int IN_A_ROUND = 4;

	/** A page whose node is stopped says so on the console. */
	private static final String TOLERATED = "ERR_|Failed to fetch|Failed to load|net::|WebSocket|40[1349]|Uncaught: null";

	private final Upgrade upgrade;

	private final Iterator<Customer> customers;

	private final List<Traveller> travellers = new CopyOnWriteArrayList<>();

	private final List<String> faults = new CopyOnWriteArrayList<>();

	private final AtomicInteger moved = new AtomicInteger();

	private UpgradeBench(Upgrade upgrade, List<Customer> customers) {
		this.upgrade = upgrade;
		this.customers = List.copyOf(customers).iterator();
	}

	/**
	 * Runs and ends with 1 if a journey did not come to its end or anything failed.
	 * @param arguments the unpacked jar of the older build, that of the newer one, and
	 * how many rounds
	 * @throws Exception if it could not be run
	 */
	public static void main(String[] arguments) throws Exception {
		int rounds = Integer.parseInt(arguments[2]);
		List<Customer> customers = Customer.many(rounds * IN_A_ROUND + AROUND);
		Path folder = Files.createTempDirectory("upgrade");
		boolean well;
		try (var upgrade = new Upgrade(folder, Path.of(arguments[0]), Path.of(arguments[1]), customers)) {
			var bench = new UpgradeBench(upgrade, customers);
			bench.run(rounds);
			well = bench.tell();
		}
		if (well) {
			FileSystemUtils.deleteRecursively(folder);
		}
		else {
			System.out.println("everything is in " + folder);
		}
		Runtime.getRuntime().exit(well ? 0 : 1);
	}

	private void run(int rounds) throws InterruptedException {
		String old = this.upgrade.startOld().old().home();
		String later = this.upgrade.later().home();
		System.out.printf("%-28s %s%n", "schema of the old node", this.upgrade.schema());
		try (Chromium chromium = Chromium.start()) {
			var visitors = new Visitors(chromium.browser(), old, "upgrade");
			this.upgrade.staffed(visitors, "kay", old, old);
			whole("old alone", () -> traveller(visitors, old).until(Step.END));
			Traveller inTheMiddle = traveller(visitors, old).until(Step.PORTRAIT);
			Traveller beforeTheCode = traveller(visitors, old).until(Step.CODE);

			long begin = System.nanoTime();
			this.upgrade.later().start();
			System.out.printf("%-28s %s, %.1f s after its start%n", "schema of the new node", this.upgrade.schema(),
					(System.nanoTime() - begin) / 1e9);

			Thread other = Thread.ofPlatform().start(() -> rounds(rounds, later, old, "hugo"));
			whole("begun before the upgrade", () -> inTheMiddle.moveTo(later).until(Step.END));
			whole("sent before the upgrade", () -> beforeTheCode.moveTo(later).until(Step.END));
			rounds(visitors, rounds, old, later);
			other.join();
			leave(visitors, old, later);
		}
	}

	/** In a browser of its own, which belongs to its thread. */
	private void rounds(int rounds, String begin, String end, String reviewer) {
		try (Chromium chromium = Chromium.start()) {
			var visitors = new Visitors(chromium.browser(), begin, "upgrade");
			this.upgrade.staffed(visitors, reviewer, begin, end);
			rounds(visitors, rounds, begin, end);
		}
	}

	private void rounds(Visitors visitors, int rounds, String begin, String end) {
		for (int round = 0; round < rounds; round++) {
			// another page each time
			Step at = Step.values()[1 + this.moved.getAndIncrement() % (Step.END.ordinal() - 1)];
			whole("to the other node before " + at,
					() -> traveller(visitors, begin).until(at).moveTo(end).until(Step.END));
			whole("all on one node", () -> traveller(visitors, begin).until(Step.END));
		}
	}

	/** The old node is killed and comes back to a schema that is newer than itself. */
	private void leave(Visitors visitors, String old, String later) {
		this.upgrade.staffed(visitors, "kay", later, later);
		this.upgrade.old().killAndStart();
		whole("on the old node, restarted", () -> traveller(visitors, old).until(Step.END));
		whole("the old node is stopped", () -> {
			Traveller last = traveller(visitors, old).until(Step.REASON);
			this.upgrade.old().stop();
			last.moveTo(later).until(Step.END);
		});
	}

	private synchronized Traveller traveller(Visitors visitors, String home) {
		// whose messages are read, also when the other one is gone
		String there = this.upgrade.later().isRunning() ? this.upgrade.later().home() : home;
		var traveller = new Traveller(this.customers.next(), this.upgrade,
				visitors.at(there).visitor().tolerates(TOLERATED), home);
		this.travellers.add(traveller);
		return traveller;
	}

	private void whole(String what, Runnable journey) {
		long begin = System.nanoTime();
		try {
			journey.run();
			System.out.printf("  %-40s %.0f s%n", what, (System.nanoTime() - begin) / 1e9);
		}
		catch (RuntimeException | AssertionError ex) {
			this.faults.add(what + ": " + ex);
			System.out.printf("  %-40s failed%n", what);
		}
	}

	private boolean tell() throws Exception {
		int journeys = this.travellers.size();
		int done = this.upgrade.done();
		this.travellers.forEach(each -> each.complaints().forEach(said -> this.faults.add(each + ": " + said)));
		List<String> errors = new ArrayList<>(this.upgrade.errors());
		boolean trail = this.upgrade.isTrailWhole();
		Map<String, Map<String, Integer>> runs = this.upgrade.runs();
		System.out.println();
		row("journeys", journeys);
		row("from one node to the other", this.travellers.stream().mapToInt(Traveller::moves).sum());
		row("signed in again for it", this.travellers.stream().mapToInt(Traveller::signedInAgain).sum());
		row("ended with one profile", done);
		row("lost", journeys - done);
		row("errors in pages", this.faults.size());
		row("errors in logs", errors.size());
		runs.forEach((node, jobs) -> row("jobs of " + node + ", of requests",
				jobs.values().stream().mapToInt(each -> each).sum() + ", " + jobs.getOrDefault("fulfil-request", 0)));
		row("trail is whole", trail);
		this.faults.forEach(System.out::println);
		errors.stream().limit(20).forEach(System.out::println);
		return journeys == done && this.faults.isEmpty() && errors.isEmpty() && trail && runs.size() == 2;
	}

	private static void row(String what, Object figure) {
		System.out.printf("%-28s %s%n", what, figure);
	}

}
