package app.resim.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import app.resim.identity.cleaning.HostileFiles;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FilePayload;

/**
 * Sends every hostile file through the page of a customer, reads what the page says to
 * each, and measures meanwhile how quickly others are served.
 */
final class HostileFilesBench {

	/** As few as the goal says. */
	private static final int LEAST = 200;

	private static final long WARM_UP = 20_000;

	private static final long QUIET = 40_000;

	private static final String REPLACED = "A worker is replaced: ";

	private final PlainSentences sentences = PlainSentences.english();

	private final Map<String, Integer> refused = new TreeMap<>();

	private final List<String> missing = new ArrayList<>();

	private int accepted;

	private HostileFilesBench() {
	}

	/**
	 * Prints what came of it; {@code script/bench hostile} calls this.
	 * @param arguments the address of a running server with demo people, and its log
	 * @throws IOException if the log cannot be read
	 * @throws InterruptedException if it is told to stop
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		boolean good = new HostileFilesBench().run(arguments[0], Path.of(arguments[1]));
		System.exit(good ? 0 : 1);
	}

	private boolean run(String home, Path log) throws IOException, InterruptedException {
		Map<String, byte[]> files = HostileFiles.all();
		try (Chromium chromium = Chromium.start();
				BrowserContext device = chromium.browser()
					.newContext(new NewContextOptions().setBaseURL(home).setLocale("en-GB"));
				Pace start = Pace.of(home, "/");
				Pace signIn = Pace.of(home, "/sign-in")) {
			var customer = new Visitor(device, new Mail(home), "bench");
			DocumentPage page = DocumentPage.reached(customer, "ravi.demo@example.com");
			TimeUnit.MILLISECONDS.sleep(WARM_UP);
			measured(start, signIn);
			TimeUnit.MILLISECONDS.sleep(QUIET);
			System.out.printf("without uploads   GET /         %s%n                  GET /sign-in  %s%n", start,
					signIn);
			measured(start, signIn);
			long begun = System.nanoTime();
			files.forEach((name, file) -> send(page, name, file));
			long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
			System.out.printf("with uploads      GET /         %s%n                  GET /sign-in  %s%n%n", start,
					signIn);
			print(files.size(), seconds, restarts(log));
			boolean alive = start.faults().isEmpty() && signIn.faults().isEmpty();
			if (!alive) {
				System.out.println("The portal was not there for everybody.");
			}
			return alive && this.missing.isEmpty() && files.size() >= LEAST;
		}
	}

	private static void measured(Pace... paces) {
		for (Pace pace : paces) {
			pace.startAnew();
		}
	}

	private void send(DocumentPage page, String name, byte[] file) {
		DocumentPage.Told told = page.send(payload(name, file));
		if (told.taken()) {
			this.accepted++;
			page.remove();
			return;
		}
		Optional<String> keys = this.sentences.keysOf(told.sentence());
		keys.ifPresentOrElse(key -> this.refused.merge(key, 1, Integer::sum),
				() -> this.missing.add(name + ": " + told.sentence()));
	}

	/** Called what the browser and the page let through to the server. */
	private static FilePayload payload(String name, byte[] file) {
		String start = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
		String lower = name.toLowerCase(Locale.ROOT);
		if (start.startsWith("%PDF")) {
			return new FilePayload("scan.pdf", "application/pdf", file);
		}
		if (lower.startsWith("heic")) {
			return new FilePayload("photo.heic", "image/heic", file);
		}
		if (lower.contains("svg")) {
			return new FilePayload("drawing.svg", "image/svg+xml", file);
		}
		return new FilePayload("photo.jpg", "image/jpeg", file);
	}

	private static Map<String, Long> restarts(Path log) throws IOException {
		try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
			return lines.filter(line -> line.contains(REPLACED))
				.map(line -> line.substring(line.indexOf(REPLACED) + REPLACED.length()))
				.collect(Collectors.groupingBy(cause -> cause, TreeMap::new, Collectors.counting()));
		}
	}

	private void print(int files, long seconds, Map<String, Long> restarts) {
		int told = this.refused.values().stream().mapToInt(count -> count).sum();
		System.out.printf("files     %d in %d s%naccepted  %d, and removed again%nrefused   %d%n", files, seconds,
				this.accepted, told);
		this.refused.forEach((key, count) -> System.out.printf("  %4d  %s%n", count, key));
		System.out.printf("sentences missing  %d%n", this.missing.size());
		this.missing.forEach(line -> System.out.println("  " + line));
		System.out.printf("workers replaced   %s%n", restarts.isEmpty() ? "none" : restarts);
	}

}
