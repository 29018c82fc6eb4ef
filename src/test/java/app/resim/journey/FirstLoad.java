package app.resim.journey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/**
 * What a browser that was never here fetches to show a page, as Chromium counts it on the
 * wire: headers and compressed bodies. Messages of a WebSocket do not count.
 *
 * @param path of the page
 * @param requests how many
 * @param bytes on the wire
 * @param parts bytes by address, in alphabetical order
 */
record FirstLoad(String path, int requests, long bytes, Map<String, Long> parts) {

	/** The goal for the first page, in bytes. */
	static final long GOAL = 170_000;

	/**
	 * Loads a page with an empty cache.
	 * @param browser where
	 * @param home address of the server
	 * @param path beginning with a slash
	 * @return what was fetched
	 */
	static FirstLoad of(Browser browser, String home, String path) {
		try (BrowserContext device = browser.newContext()) {
			Page page = device.newPage();
			Map<String, String> addresses = new TreeMap<>();
			Map<String, Long> parts = new TreeMap<>();
			CDPSession wire = device.newCDPSession(page);
			wire.on("Network.requestWillBeSent", event -> addresses.put(id(event), address(event, home)));
			wire.on("Network.loadingFinished", event -> parts.merge(addresses.getOrDefault(id(event), "?"),
					event.get("encodedDataLength").getAsLong(), Long::sum));
			wire.send("Network.enable");
			JsonObject disabled = new JsonObject();
			disabled.addProperty("cacheDisabled", true);
			wire.send("Network.setCacheDisabled", disabled);
			if (!page.navigate(home + path).ok()) {
				throw new IllegalStateException(path + " is not answered well");
			}
			page.waitForLoadState(LoadState.NETWORKIDLE);
			return new FirstLoad(path, addresses.size(), parts.values().stream().mapToLong(Long::longValue).sum(),
					parts);
		}
	}

	private static String id(JsonObject event) {
		return event.get("requestId").getAsString();
	}

	private static String address(JsonObject event, String home) {
		return event.getAsJsonObject("request").get("url").getAsString().replace(home, "").replaceAll("[?#].*", "");
	}

	boolean meetsTheGoal() {
		return this.bytes <= GOAL;
	}

	/**
	 * Prints a table; {@code script/bench load} calls this.
	 * @param arguments the address of a running server, then paths
	 */
	public static void main(String[] arguments) {
		List<String> paths = List.of(arguments).subList(1, arguments.length);
		boolean good = true;
		try (Chromium chromium = Chromium.start()) {
			for (String path : paths) {
				FirstLoad load = of(chromium.browser(), arguments[0], path);
				System.out.print(load.table());
				good &= load.meetsTheGoal();
			}
		}
		System.exit(good ? 0 : 1);
	}

	private String table() {
		StringBuilder text = new StringBuilder();
		this.parts.forEach((address, size) -> text.append(String.format(Locale.ROOT, "%9d  %s%n", size, address)));
		return text
			.append(String.format(Locale.ROOT, "%9d  bytes in %d requests for %s – goal %d: %s%n%n", this.bytes,
					this.requests, this.path, GOAL, meetsTheGoal() ? "met" : "MISSED"))
			.toString();
	}

}
