package app.resim.identity.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import app.resim.identity.mrz.Mrz;
import app.resim.identity.mrz.MrzParsing;
import app.resim.identity.reading.training.Damage;
import app.resim.identity.reading.training.Invented;
import app.resim.identity.reading.training.OcrB;
import app.resim.identity.reading.training.Page;

import javax.imageio.ImageIO;

/**
 * Measures the reader on a folder of pictures with their truth, or on pages drawn for the
 * purpose. Fails if anything wrong is accepted or too little is read.
 */
final class MrzBench {

	private static final String[] FORMATS = { "TD3", "TD1", "TD2", "MRVA", "MRVB" };

	private static final int PAGES = 100;

	/** Another than the training's. */
	private static final long SEED = 20_250_101;

	private static final double GOAL = 0.9;

	private final MrzReader reader = new MrzReader(Clock.systemUTC(), System::nanoTime);

	private final boolean all = Boolean.getBoolean("all");

	private MrzBench() {
	}

	private record Specimen(String file, String zone, BufferedImage picture) {
	}

	public static void main(String[] arguments) throws Exception {
		List<String> left = new ArrayList<>(Arrays.asList(arguments));
		boolean degraded = left.remove("--degraded");
		List<Specimen> specimens = (left.isEmpty()) ? drawn() : found(Path.of(left.getFirst()));
		var bench = new MrzBench();
		for (int i = 0; i < 12; i++) {
			bench.reader.read(specimens.get(i % specimens.size()).picture());
		}
		boolean good = true;
		for (Damage damage : (degraded) ? Damage.values() : new Damage[] { Damage.NONE }) {
			good &= bench.run(specimens, damage, degraded);
		}
		System.exit((good) ? 0 : 1);
	}

	private static List<Specimen> found(Path folder) throws IOException {
		var specimens = new ArrayList<Specimen>();
		List<String> rows = Files.readAllLines(folder.resolve("TRUTH.tsv"));
		for (String row : rows.subList(1, rows.size())) {
			String[] cells = row.split("\t", -1);
			BufferedImage picture = ImageIO.read(folder.resolve(cells[0]).toFile());
			if (picture == null) {
				throw new IOException("Not a picture: " + cells[0]);
			}
			specimens.add(new Specimen(cells[0], cells[2], picture));
		}
		return specimens;
	}

	private static List<Specimen> drawn() throws Exception {
		OcrB font = OcrB.installed()
			.orElseThrow(() -> new IOException("Without a folder, the bench draws pages, and needs the font"));
		var random = new Random(SEED);
		var specimens = new ArrayList<Specimen>();
		for (int i = 0; i < PAGES; i++) {
			List<String> zone = new Invented(random).zone(FORMATS[i % FORMATS.length]);
			BufferedImage page = Page.of(font, zone, 450 + random.nextInt(1000), random);
			specimens.add(new Specimen("drawn-" + i, String.join(" | ", zone), page));
		}
		return specimens;
	}

	private boolean run(List<Specimen> specimens, Damage damage, boolean degraded) {
		var tally = new Tally();
		var random = new Random(SEED + damage.ordinal());
		for (Specimen specimen : specimens) {
			BufferedImage picture = damage.to(specimen.picture(), random);
			long start = System.nanoTime();
			Optional<MrzRead> read = this.reader.read(picture);
			tally.milliseconds.add((System.nanoTime() - start) / 1_000_000);
			tally.add(specimen, read, this.all);
		}
		tally.print((degraded) ? damage.name() : "");
		return tally.wrong.isEmpty() && (degraded || tally.passed >= GOAL * tally.bearing);
	}

	/**
	 * What came of one run.
	 */
	private static final class Tally {

		final List<Long> milliseconds = new ArrayList<>();

		final List<String> wrong = new ArrayList<>();

		private final List<String> failures = new ArrayList<>();

		private int bearing;

		private int passed;

		private int verified;

		private int exact;

		private int withoutAccepted;

		void add(Specimen specimen, Optional<MrzRead> read, boolean all) {
			boolean pass = read.isPresent() && read.get().digitsPass();
			String text = read.map(r -> String.join(" | ", r.lines())).orElse("");
			if (all) {
				System.out.println(specimen.file() + "  " + pass + "\n  " + specimen.zone() + "\n  " + text);
			}
			if (specimen.zone().isEmpty()) {
				this.withoutAccepted += (pass) ? 1 : 0;
				if (pass) {
					this.wrong.add(specimen.file());
				}
				return;
			}
			this.bearing++;
			this.passed += (pass) ? 1 : 0;
			this.verified += (pass && read.get().verified()) ? 1 : 0;
			this.exact += (text.equals(specimen.zone())) ? 1 : 0;
			if (!pass) {
				this.failures.add(specimen.file());
			}
			else if (differs(read.get().mrz(), specimen.zone())) {
				this.wrong.add(specimen.file());
			}
		}

		private static boolean differs(Mrz mrz, String zone) {
			List<String> lines = List.of(zone.split(" \\| ", -1));
			Mrz truth = ((MrzParsing.Parsed) Mrz.parse(lines, LocalDate.of(2026, 1, 1))).mrz();
			return !mrz.number().equals(truth.number()) || !birth(mrz).equals(birth(truth))
					|| !mrz.expiry().equals(truth.expiry());
		}

		/** As printed, since parts of it may be unknown. */
		private static String birth(Mrz mrz) {
			int from = (mrz.lines().size() == 3) ? 0 : 13;
			return mrz.lines().get(1).substring(from, from + 6);
		}

		void print(String title) {
			List<Long> sorted = this.milliseconds.stream().sorted().toList();
			if (!title.isEmpty()) {
				System.out.printf("%-12s %3d of %3d pass, %d wrong accepted %s, %d exact, median %d ms, p95 %d ms%n",
						title, this.passed, this.bearing, this.wrong.size(), this.wrong, this.exact, part(sorted, 0.5),
						part(sorted, 0.95));
				return;
			}
			System.out.printf("images                              %d (%d with a zone)%n", sorted.size(), this.bearing);
			System.out.printf("digits pass                         %d of %d%n", this.passed, this.bearing);
			System.out.printf("plausible as well (verified)        %d%n", this.verified);
			System.out.printf("wrong though accepted               %d %s%n", this.wrong.size() - this.withoutAccepted,
					this.wrong);
			System.out.printf("accepted without a valid zone       %d%n", this.withoutAccepted);
			System.out.printf("all lines exact                     %d%n", this.exact);
			System.out.printf("failures                            %d %s%n", this.failures.size(), this.failures);
			System.out.printf("milliseconds                        median %d, p95 %d%n", part(sorted, 0.5),
					part(sorted, 0.95));
		}

		private static long part(List<Long> sorted, double part) {
			return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
		}

	}

}
