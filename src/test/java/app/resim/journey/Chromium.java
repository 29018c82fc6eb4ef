package app.resim.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The one Chromium of this virtual machine: the one that the environment variable
 * {@code CHROMIUM} names, else one from the {@code PATH}.
 */
final class Chromium implements AutoCloseable {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static Chromium start() {
		return start(List.of());
	}

	/**
	 * One that sees an invented card instead of asking for a camera.
	 * @param film what the pretended camera plays
	 */
	static Chromium withCamera(Path film) {
		return start(List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
				"--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
	}

	private static Chromium start(List<String> more) {
		Path program = program().orElseThrow(() -> new IllegalStateException(
				"No Chromium: install it, name it in CHROMIUM, or use script/test, which does both"));
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return new Chromium(playwright,
				playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
						.setArgs(Stream.concat(Stream.of("--no-sandbox", "--lang=en"), more.stream()).toList())));
	}

	private static Optional<Path> program() {
		return Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).or(Chromium::onThePath);
	}

	private static Optional<Path> onThePath() {
		List<String> folders = List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"));
		return NAMES.stream()
			.flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
