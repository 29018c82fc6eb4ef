package app.resim.chaos;

import java.util.List;

/**
 * Journeys on two nodes while everything that they need is killed, frozen and cut off at
 * every step. Run by {@code script/bench chaos}.
 */
public final class ChaosBench {

	private static final int JOURNEYS = 200;

	private ChaosBench() {
	}

	/**
	 * Runs and ends with 1 if anything came out that never may.
	 * @param arguments how many journeys, if not two hundred; the seed, if not 1; the
	 * blow or the boundary, if not all
	 * @throws Exception if it could not be run
	 */
	public static void main(String[] arguments) throws Exception {
		int journeys = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : JOURNEYS;
		long seed = (arguments.length > 1) ? Long.parseLong(arguments[1]) : 1;
		String only = (arguments.length > 2) ? arguments[2] : "";
		List<Customer> customers = Customer.many(journeys);
		boolean well;
		try (var stage = Stage.open(customers)) {
			long begin = System.nanoTime();
			System.out.printf("everything is in %s, seed %d%n", stage.folder(), seed);
			List<Blow.Strike> strikes = Chaos.shuffled(seed)
				.stream()
				.filter(strike -> only.isEmpty() || strike.at().name().equals(only)
						|| strike.blow().name().equals(only))
				.limit(journeys)
				.toList();
			Tally tally = new Chaos(stage, customers, seed, System.out).run(strikes);
			tally.print();
			System.out.printf("%d s%n", (System.nanoTime() - begin) / 1_000_000_000);
			well = tally.isWell();
		}
		Runtime.getRuntime().exit(well ? 0 : 1);
	}

}
