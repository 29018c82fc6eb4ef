package app.resim.identity;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.spool.Spool;
import app.resim.identity.worker.Answer;
import app.resim.identity.workshop.Workshop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Sends every picture of a folder the whole way, from the spool through a worker to the
 * judgement, and measures how long that takes and what it costs the portal's heap.
 */
public final class DocumentsBench {

	/** Any document: what it should be is not known here. */
	private static final Judgement.Paper PAPER = new Judgement.Paper(new Subject(Side.FRONT, Optional.empty()),
			Optional.empty(), LocalDate.EPOCH);

	private static final int WARM_UP = 3;

	private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter(pool -> pool.getType() == MemoryType.HEAP)
		.toList();

	private final Reception reception;

	private DocumentsBench(Reception reception) {
		this.reception = reception;
	}

	/**
	 * Measures.
	 * @param arguments a folder with pictures; without one our own specimens
	 * @throws Exception if something cannot be read
	 */
	public static void main(String[] arguments) throws Exception {
		List<Path> files = (arguments.length > 0) ? pictures(Path.of(arguments[0])) : specimens();
		var terms = new Workshop.Terms(1, Duration.ofSeconds(60), Duration.ofSeconds(10), 10_000);
		try (var workshop = new Workshop(Path.of("target/natives"), terms,
				cause -> System.out.println("A worker was replaced: " + cause))) {
			var bench = new DocumentsBench(new Reception(new Spool(Files.createTempDirectory("bench-spool")),
					Optional.empty(), workshop::examine, Optional.empty(), new Counts(new SimpleMeterRegistry())));
			bench.times(files);
			bench.heap("640 by 440", SpecimenPictures.small(SpecimenPictures.idCard()));
			bench.heap("48 megapixels", noise(8000, 6000));
		}
	}

	private void times(List<Path> files) throws IOException {
		for (int round = 0; round < WARM_UP && !files.isEmpty(); round++) {
			for (Path file : files.subList(0, Math.min(10, files.size()))) {
				answer(Files.newInputStream(file));
			}
		}
		int accepted = 0;
		int retake = 0;
		Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
		var millis = new ArrayList<Double>();
		var examined = new ArrayList<Double>();
		for (Path file : files) {
			long start = System.nanoTime();
			Answer answer = answer(Files.newInputStream(file));
			double taken = (System.nanoTime() - start) / 1e6;
			millis.add(taken);
			if (answer instanceof Answer.Examined) {
				examined.add(taken);
			}
			switch (answer) {
				case Answer.Unfit(Refusal refusal) -> refused.merge(refusal, 1, Integer::sum);
				case Answer.Examined seen -> {
					boolean again = Judgement.of(seen, PAPER, false, false) instanceof Findings.Retake;
					retake += again ? 1 : 0;
					accepted += again ? 0 : 1;
				}
			}
		}
		Collections.sort(millis);
		Collections.sort(examined);
		System.out.printf(
				"files     %d%naccepted  %d%nretake    %d%nrefused   %d %s%nmedian    %.0f ms%np95       %.0f ms%n",
				files.size(), accepted, retake, refused.values().stream().mapToInt(count -> count).sum(), refused,
				at(millis, 0.5), at(millis, 0.95));
		System.out.printf("median    %.0f ms without the refused%np95       %.0f ms without the refused%n",
				at(examined, 0.5), at(examined, 0.95));
	}

	/**
	 * The highest the heap stood while a file was on its way, above where it stood
	 * before.
	 */
	private void heap(String what, byte[] file) throws IOException {
		answer(new ByteArrayInputStream(file));
		System.gc();
		HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
		long before = HEAP.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
		long start = System.nanoTime();
		Answer answer = answer(new ByteArrayInputStream(file));
		double millis = (System.nanoTime() - start) / 1e6;
		long peak = HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
		System.out.printf("%-14s file of %.2f MB, stored as %.2f MB: %.0f ms, portal heap at most +%.1f MB%n", what,
				file.length / 1e6, ((Answer.Examined) answer).jpeg().length / 1e6, millis, (peak - before) / 1e6);
	}

	private Answer answer(InputStream file) throws IOException {
		try (file) {
			return this.reception.receive(file, Side.FRONT).answer();
		}
	}

	private static double at(List<Double> sorted, double share) {
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
	}

	private static List<Path> pictures(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			return files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|webp|pdf|hei[cf])"))
				.sorted()
				.toList();
		}
	}

	private static List<Path> specimens() throws IOException {
		Path folder = Files.createTempDirectory("bench-specimens");
		SpecimenPictures.main(new String[] { folder.toString() });
		return pictures(folder);
	}

	private static byte[] noise(int width, int height) throws IOException {
		var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var chance = new Random(48);
		int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			int shade = 0;
			for (int x = 0; x < width; x++) {
				if (x % 6 == 0) {
					shade = 100 + chance.nextInt(60);
				}
				row[x] = shade * 0x010101;
			}
			picture.setRGB(0, y, width, 1, row, 0, width);
		}
		var bytes = new ByteArrayOutputStream();
		ImageIO.write(picture, "jpeg", bytes);
		return bytes.toByteArray();
	}

}
