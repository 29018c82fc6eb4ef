package app.resim.ui;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jsoup.Jsoup;

/**
 * Signs in with addresses that somebody has and with addresses that nobody has, in pairs
 * and in random order, and compares how long the answers take. Fails if the medians are
 * more than {@value #GOAL} ms apart.
 */
final class UniformBench {

	/** In milliseconds. */
	private static final double GOAL = 5;

	private static final int WARM_UP = 300;

	private static final Random CHANCE = new Random(20);

	private final HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String home;

	private final Times asking = new Times("asking for a code");

	private final Times entering = new Times("entering a wrong code");

	private UniformBench(String home) {
		this.home = home;
	}

	/**
	 * Prints people for the directory, or measures.
	 * @param args {@code people}, or where the portal is; and how many pairs
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		int pairs = Integer.parseInt(args[1]);
		if (args[0].equals("people")) {
			printPeople(pairs + WARM_UP);
			return;
		}
		var bench = new UniformBench(args[0]);
		bench.measure(pairs);
		System.exit(bench.report() ? 0 : 1);
	}

	private static void printPeople(int count) {
		System.out.println("people:");
		for (int i = 0; i < count; i++) {
			System.out.printf(
					"  - { id: bench-%d, brand: tidewire, name: Bench, email: %s, language: en, lines: [] }%n", i,
					address(true, i));
		}
	}

	private static String address(boolean known, int i) {
		return (known ? "somebody" : "nobody00") + i + "@bench.example";
	}

	private void measure(int pairs) throws IOException, InterruptedException {
		for (int i = 0; i < pairs + WARM_UP; i++) {
			boolean knownFirst = CHANCE.nextBoolean();
			for (boolean known : new boolean[] { knownFirst, !knownFirst }) {
				signIn(known, i, i >= WARM_UP);
			}
		}
	}

	private void signIn(boolean known, int i, boolean counted) throws IOException, InterruptedException {
		HttpResponse<String> page = send(request("/sign-in", "").GET());
		String session = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		long asked = System.nanoTime();
		HttpResponse<String> sent = send(form("/sign-in", session, page, "contact", address(known, i)));
		long told = System.nanoTime();
		page = send(request("/sign-in/code", session).GET());
		long entered = System.nanoTime();
		HttpResponse<String> refused = send(form("/sign-in/code", session, page, "code", "000000"));
		long over = System.nanoTime();
		if (sent.statusCode() != 303 || refused.statusCode() != 303) {
			throw new IllegalStateException("Answered " + sent.statusCode() + " and " + refused.statusCode());
		}
		if (counted) {
			this.asking.add(known, told - asked);
			this.entering.add(known, over - entered);
		}
	}

	private HttpRequest.Builder form(String path, String session, HttpResponse<String> page, String field,
			String typed) {
		String token = Jsoup.parse(page.body()).select("form[action=" + path + "] input[name=_csrf]").val();
		String body = field + "=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&_csrf="
				+ URLEncoder.encode(token, StandardCharsets.UTF_8);
		return request(path, session).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
	}

	private HttpRequest.Builder request(String path, String session) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.home + path));
		return session.isEmpty() ? request : request.header("Cookie", session);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.browser.send(request.build(), BodyHandlers.ofString());
	}

	private boolean report() {
		System.out.printf("%-24s %12s %12s %12s %16s%n", "median, ms", "known", "unknown", "difference",
				"known slower");
		return this.asking.report() & this.entering.report();
	}

	/** How long one kind of request took, in pairs. */
	private static final class Times {

		private final String what;

		private final List<Long> known = new ArrayList<>();

		private final List<Long> unknown = new ArrayList<>();

		Times(String what) {
			this.what = what;
		}

		void add(boolean somebody, long nanos) {
			(somebody ? this.known : this.unknown).add(nanos);
		}

		boolean report() {
			double apart = median(this.known) - median(this.unknown);
			long slower = 0;
			for (int i = 0; i < this.known.size(); i++) {
				slower += (this.known.get(i) > this.unknown.get(i)) ? 1 : 0;
			}
			System.out.printf("%-24s %12.2f %12.2f %12.2f %14.1f %%%n", this.what, median(this.known),
					median(this.unknown), apart, 100.0 * slower / this.known.size());
			return Math.abs(apart) <= GOAL;
		}

		private static double median(List<Long> times) {
			return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow() / 1e6;
		}

	}

}
