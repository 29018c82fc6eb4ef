package app.resim.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who asks for one page again and again at a steady pace, each time as a new
 * visitor, and notes how long each answer takes. The time counts from when the question
 * was due, so that a portal that stands still is not asked less.
 */
final class Pace implements AutoCloseable {

	private static final Duration EVERY = Duration.ofMillis(250);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

	private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

	private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

	private final HttpRequest request;

	private Pace(String home, String path) {
		this.request = HttpRequest.newBuilder(URI.create(home + path)).timeout(Duration.ofSeconds(30)).build();
	}

	/**
	 * Begins to ask.
	 * @param home of the server
	 * @param path beginning with a slash
	 * @return goes on until it is closed
	 */
	static Pace of(String home, String path) {
		var pace = new Pace(home, path);
		pace.clock.scheduleAtFixedRate(pace::due, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
		return pace;
	}

	private void due() {
		long due = System.nanoTime();
		Thread.ofVirtual().start(() -> ask(due));
	}

	private void ask(long due) {
		try {
			int status = this.http.send(this.request, BodyHandlers.discarding()).statusCode();
			if (status == 200) {
				this.millis.add((System.nanoTime() - due) / 1e6);
			}
			else {
				this.faults.add("status " + status);
			}
		}
		catch (IOException ex) {
			this.faults.add(ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Forgets what was measured so far. */
	void startAnew() {
		this.millis.clear();
		this.faults.clear();
	}

	List<String> faults() {
		return List.copyOf(this.faults);
	}

	@Override
	public String toString() {
		List<Double> sorted = new ArrayList<>(List.copyOf(this.millis));
		Collections.sort(sorted);
		return String.format(Locale.ROOT, "%5d answers, p50 %4.0f ms, p95 %4.0f ms, longest %5.0f ms, faults %s",
				sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), this.faults);
	}

	private static double at(List<Double> sorted, double share) {
		return sorted.isEmpty() ? Double.NaN
				: sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.http.shutdownNow();
	}

}
