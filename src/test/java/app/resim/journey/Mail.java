package app.resim.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * Reads the demonstration's messages, as its visitors do.
 */
class Mail {

	private static final Pattern CODE = Pattern.compile("class=\"code large\"[^>]*>(\\d{6})<");

	private final HttpClient http = HttpClient.newHttpClient();

	private static final Pattern STAFF_CODE = Pattern.compile(">(\\d{6})<");

	private final URI messages;

	private final URI staff;

	Mail(String home) {
		this.messages = URI.create(home + "/demo/messages");
		this.staff = URI.create(home + "/demo/staff");
	}

	/**
	 * The newest code that somebody got.
	 * @param email whose mailbox
	 * @return six digits, or empty
	 */
	Optional<String> newestCode(String email) {
		return Stream.of(page(this.messages).split("<li"))
			.filter(item -> item.contains(email))
			.flatMap(Mail::code)
			.findFirst();
	}

	/**
	 * Waits for another code.
	 * @param email whose mailbox
	 * @param before the newest code before this one was asked for
	 * @return six digits
	 */
	String codeAfter(String email, Optional<String> before) {
		return await().until(() -> newestCode(email), code -> code.isPresent() && !code.equals(before)).orElseThrow();
	}

	/**
	 * What the app of somebody of the staff shows. After several sign-ins of one person
	 * within a minute the next code is some seconds away.
	 * @param name the sign-in name
	 * @return six digits
	 */
	String codeOfStaff(String name) {
		return await().atMost(Duration.ofSeconds(40)).until(() -> {
			String all = page(this.staff);
			int from = all.indexOf("id=\"staff-" + name + "\"");
			Matcher found = STAFF_CODE.matcher(all.substring(from, all.indexOf("</dl>", from)));
			return found.find() ? Optional.of(found.group(1)) : Optional.<String>empty();
		}, Optional::isPresent).orElseThrow();
	}

	private static Stream<String> code(String item) {
		Matcher found = CODE.matcher(item);
		return found.find() ? Stream.of(found.group(1)) : Stream.empty();
	}

	private String page(URI address) {
		try {
			return this.http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
