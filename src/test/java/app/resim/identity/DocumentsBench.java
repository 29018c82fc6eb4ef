package app.resim.identity;

import java.awt.image.BufferedImage;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.spool.Spool;
import app.resim.identity.worker.Answer;
import app.resim.identity.workshop.Workshop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.util.FileSystemUtils;

/**
 * Sends every picture of a folder the whole way, from the spool through a worker to the
 * judgement, and measures how long that takes and what it costs the portal's heap.
 */
public final class DocumentsBench {

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	/** Files, for the worker to become as quick as it is during most of its life. */
	private static final int WARM_UP = 40;

	/** Public specimens are too small to be taken as they are. */
	private static final int SMALL_EDGE = 1600;

	/** With a height of three quarters 12 megapixels. */
	private static final int BIG_EDGE = 4000;

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
		Path photos = Files.createTempDirectory("bench-photos");
		var terms = new Workshop.Terms(1, Duration.ofSeconds(60), Duration.ofSeconds(10), 10_000);
		try (var workshop = new Workshop(Path.of("target/natives"), terms,
				cause -> System.out.println("A worker was replaced: " + cause))) {
			var bench = new DocumentsBench(new Reception(new Spool(Files.createTempDirectory("bench-spool")),
					Optional.empty(), workshop::examine, Optional.empty(), new Counts(new SimpleMeterRegistry())));
			List<Path> small = enlarged(files, SMALL_EDGE, photos);
			bench.warmUp(small);
			bench.measure("as they are", files);
			bench.measure("%d pixels long".formatted(SMALL_EDGE), small);
			bench.measure("%d pixels long, as of 12 megapixels".formatted(BIG_EDGE), enlarged(files, BIG_EDGE, photos));
			bench.measure("48 megapixels", List.of(Files.write(photos.resolve("noise.jpg"), noise(8000, 6000))));
		}
		finally {
			FileSystemUtils.deleteRecursively(photos);
		}
	}

	private void warmUp(List<Path> files) throws IOException {
		for (int sent = 0; sent < WARM_UP && !files.isEmpty(); sent++) {
			answer(Files.newInputStream(files.get(sent % files.size())));
		}
	}

	private void measure(String what, List<Path> files) throws IOException {
		Map<String, Integer> outcomes = new TreeMap<>();
		var millis = new ArrayList<Double>();
		int zones = 0;
		long idle = used();
		long begun = System.nanoTime();
		for (Path file : files) {
			long start = System.nanoTime();
			Answer answer = answer(Files.newInputStream(file));
			Optional<Mrz> zone = (answer instanceof Answer.Examined seen) ? Zone.verified(seen.zones(), TODAY)
					: Optional.empty();
			outcomes.merge(outcome(answer, zone), 1, Integer::sum);
			millis.add((System.nanoTime() - start) / 1e6);
			zones += zone.isPresent() ? 1 : 0;
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		long left = used();
		Collections.sort(millis);
		System.out.printf("%n%s%n", what);
		System.out.printf("  images      %d %s, %d zones verified%n", files.size(), outcomes, zones);
		System.out.printf("  time        median %.0f ms, p95 %.0f ms, %.1f images a second%n", at(millis, 0.5),
				at(millis, 0.95), files.size() / seconds);
		System.out.printf(
				"  portal heap %.1f MB before, %.1f MB after, at most +%.1f MB while an image was on its way%n",
				idle / 1e6, left / 1e6, most(files) / 1e6);
	}

	private static String outcome(Answer answer, Optional<Mrz> zone) {
		return switch (answer) {
			case Answer.Unfit(Refusal refusal) -> "refused " + refusal;
			case Answer.Examined seen -> Judgement
				.of(seen, new Judgement.Paper(new Subject(Side.FRONT, Optional.empty()), zone, TODAY), false, false)
				.getClass()
				.getSimpleName();
		};
	}

	/**
	 * The highest the heap stood while a file was on its way, above where it stood
	 * before.
	 */
	private long most(List<Path> files) throws IOException {
		long most = 0;
		for (Path file : files) {
			long before = used();
			HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
			answer(Files.newInputStream(file));
			long peak = HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
			most = Math.max(most, peak - before);
		}
		return most;
	}

	private static long used() {
		System.gc();
		return HEAP.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
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

	private static List<Path> enlarged(List<Path> files, int edge, Path folder) throws IOException {
		var enlarged = new ArrayList<Path>();
		for (Path file : files) {
			if (file.toString().matches("(?i).*\\.(jpe?g|png)")) {
				byte[] picture = SpecimenPictures.enlarged(Files.readAllBytes(file), edge);
				enlarged.add(Files.write(folder.resolve(enlarged.size() + "-" + edge + ".jpg"), picture));
			}
		}
		return enlarged;
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
