package app.resim.request;

import app.resim.RacingResim;

/**
 * Ten thousand races of sending, stopping, approving, making and showing on PostgreSQL.
 * Run by {@code script/bench races}.
 */
public final class RaceBench {

	private static final int RACES = 10_000;

	private RaceBench() {
	}

	/**
	 * Runs and ends with 1 if anything came out that never may.
	 * @param arguments how many races, if not ten thousand
	 * @throws Exception if it could not be run
	 */
	public static void main(String[] arguments) throws Exception {
		int races = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : RACES;
		boolean well;
		try (var resim = RacingResim.start()) {
			long begin = System.nanoTime();
			Races.Report report = new Races(resim.context()).run(races);
			System.out.printf("%d races in %d s, %d stopped, %d of them with a code shown before%n", report.races(),
					(System.nanoTime() - begin) / 1_000_000_000, report.stopped(), report.shown());
			report.faults().forEach(System.out::println);
			System.out.println(report.faults().isEmpty() ? "never a code after a stop, never two requests or profiles"
					: report.faults().size() + " faults");
			well = report.faults().isEmpty() && report.stopped() == report.races();
		}
		Runtime.getRuntime().exit(well ? 0 : 1);
	}

}
