package app.resim.chaos;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import app.resim.chaos.Blow.Strike;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was done, and what came of it.
 */
final class Tally {

	/** In seconds. */
	static final double GOAL = 30;

	private static final List<String> HELD = List.of("ALLOCATED", "LINKED", "CONFIRMED", "RELEASED", "DOWNLOADED",
			"INSTALLED", "ERROR");

	private final Map<Strike, Double> resumed = new HashMap<>();

	private final List<Strike> missed = new ArrayList<>();

	private final Map<String, Integer> never = new TreeMap<>();

	private final List<String> remarks = new ArrayList<>();

	private final PrintStream out;

	private int journeys;

	private int touched;

	private int withdrawn;

	private int shown;

	Tally(PrintStream out) {
		this.out = out;
	}

	void struck(Strike strike, int journeys, double seconds) {
		this.out.printf("  %-28s %.1f s%n", strike, seconds);
		this.touched += journeys;
		this.resumed.put(strike, seconds);
	}

	void missed(Strike strike) {
		this.out.printf("  %-28s missed%n", strike);
		this.missed.add(strike);
	}

	/** Looks at both sides once everything runs again and all is quiet. */
	Tally judged(Stage stage, List<Journey> journeys) {
		this.journeys = journeys.size();
		for (String what : List.of("double profiles", "lost requests", "stuck", "shown and not attached",
				"orphan profiles", "on a wrong SIM", "notices missing")) {
			this.never.put(what, 0);
		}
		Map<String, String> states = new HashMap<>();
		stage.profilesOnDisk()
			.sql("SELECT iccid, state FROM simulated_profile")
			.query((row, number) -> states.put(row.getString(1), row.getString(2)))
			.list();
		for (Journey journey : journeys) {
			judge(stage.database, states, journey);
		}
		return this;
	}

	private void judge(JdbcClient database, Map<String, String> states, Journey journey) {
		this.withdrawn += journey.withdrawn ? 1 : 0;
		this.shown += journey.shown ? 1 : 0;
		String status = journey.status();
		boolean done = "DONE".equals(status);
		boolean whole = journey.ended && (done || journey.withdrawn && "WITHDRAWN".equals(status));
		count(journey, "lost requests", List.of("LOST", "DRAFT").contains(status));
		count(journey, "stuck", !whole);
		count(journey, "shown and not attached", journey.shownUnattached);
		List<String> held = ordered(database, journey).stream()
			.filter(iccid -> HELD.contains(states.getOrDefault(iccid, "")))
			.toList();
		String installed = database.sql("SELECT iccid FROM profile_order WHERE line = :line AND state = 'INSTALLED'")
			.param("line", journey.line())
			.query(String.class)
			.optional()
			.orElse("none");
		count(journey, "double profiles", held.size() > 1);
		count(journey, "orphan profiles", whole && held.stream().anyMatch(iccid -> !iccid.equals(installed)));
		count(journey, "on a wrong SIM", whole && !done(database, journey, done ? installed : null));
		count(journey, "notices missing", whole && notices(database, journey, done ? "FINISHED" : "WITHDRAWN") == 0);
	}

	private static List<String> ordered(JdbcClient database, Journey journey) {
		return database.sql("""
				SELECT iccid FROM profile_order WHERE line = :line AND iccid IS NOT NULL
				UNION SELECT s.iccid FROM iccid_stock s JOIN profile_order o ON o.id = s.order_id
				WHERE o.line = :line""").param("line", journey.line()).query(String.class).list();
	}

	/** Served by the new SIM alone, or by the old one alone if it was withdrawn. */
	private static boolean done(JdbcClient database, Journey journey, @org.jspecify.annotations.Nullable String sim) {
		return database.sql(
				"SELECT COUNT(*) FROM simulated_line WHERE line = :line AND next_sim IS NULL AND (sim = :sim OR :sim IS NULL)")
			.param("line", journey.line())
			.param("sim", sim, java.sql.Types.VARCHAR)
			.query(Integer.class)
			.single() == 1;
	}

	private static int notices(JdbcClient database, Journey journey, String kind) {
		return database
			.sql("SELECT COUNT(*) FROM notice WHERE reference = :reference AND kind = :kind AND settled_at IS NOT NULL")
			.param("reference", journey.reference())
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

	private void count(Journey journey, String what, boolean bad) {
		if (bad) {
			this.never.merge(what, 1, Integer::sum);
			this.remarks.add(what + ": " + journey.reference() + " " + journey.status());
		}
	}

	double longest() {
		return this.resumed.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
	}

	/** Blows that never fell, because nobody came to the boundary. */
	List<Strike> missed() {
		return this.missed;
	}

	/** What may never be. */
	List<String> faults() {
		return this.remarks;
	}

	boolean isWell() {
		return this.remarks.isEmpty() && this.missed.isEmpty() && longest() < GOAL;
	}

	void print() {
		this.out.printf("%n%-20s", "longest s to resume");
		for (Boundary at : Boundary.values()) {
			this.out.printf("%10s", at);
		}
		this.out.println("    times");
		for (Blow blow : Blow.values()) {
			row(blow);
		}
		this.out.printf("%n%d journeys, %d touched by %d blows, %d codes shown, %d withdrawn%n", this.journeys,
				this.touched, this.resumed.size(), this.shown, this.withdrawn);
		this.never.forEach((what, times) -> this.out.printf("%-24s %d%n", what, times));
		this.out.printf("%-24s %.1f s, goal under %.0f s%n", "longest to resume", longest(), GOAL);
		this.missed.forEach(strike -> this.out.println("not reached: " + strike));
		this.remarks.forEach(this.out::println);
	}

	private void row(Blow blow) {
		this.out.printf("%-20s", blow);
		var times = new EnumMap<Boundary, Double>(Boundary.class);
		this.resumed.forEach((strike, seconds) -> {
			if (strike.blow() == blow) {
				times.put(strike.at(), seconds);
			}
		});
		for (Boundary at : Boundary.values()) {
			this.out.printf("%10s", times.containsKey(at) ? "%.1f".formatted(times.get(at)) : "");
		}
		this.out.printf("%9d%n", times.size());
	}

}
