package app.resim.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Speaks HTTP as a browser without scripts does: keeps cookies, fills the forms it finds,
 * follows a redirect only when told to.
 */
final class Browserlike {

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.build();

	private final int port;

	private String language = "en";

	private String accepted = "text/html";

	private String name = "Browserlike";

	Browserlike(int port) {
		this.port = port;
	}

	/** Another browser at the same server. */
	Browserlike another() {
		return new Browserlike(this.port);
	}

	Browserlike reading(String acceptLanguage) {
		this.language = acceptLanguage;
		return this;
	}

	/** What it calls itself. */
	Browserlike calling(String userAgent) {
		this.name = userAgent;
		return this;
	}

	/** No browser any more, but a program. */
	Browserlike accepting(String type) {
		this.accepted = type;
		return this;
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	/**
	 * Fills and sends the first form of the page's main part that leads to an address.
	 */
	Answer submit(Answer page, String action, Map<String, String> typed) {
		Map<String, String> fields = new LinkedHashMap<>();
		page.document()
			.select("form[action=" + action + "] input[type=hidden]")
			.forEach(field -> fields.put(field.attr("name"), field.val()));
		fields.putAll(typed);
		return post(action, fields);
	}

	Answer post(String path, Map<String, String> fields) {
		return post(path, fields, Map.of());
	}

	Answer post(String path, Map<String, String> fields, Map<String, String> headers) {
		String body = fields.entrySet()
			.stream()
			.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = request(path);
		headers.forEach(request::header);
		return send(request.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	Answer follow(Answer redirect) {
		return get(redirect.location().orElseThrow());
	}

	/** As if the node that knew its session were gone: the cookie is worth nothing. */
	Browserlike withoutNode() {
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals("JSESSIONID"))
			.forEach(cookie -> cookie.setValue("0".repeat(32)));
		return this;
	}

	/** Puts the cookie of another browser into this one. */
	Browserlike copying(HttpCookie cookie) {
		var copy = new HttpCookie(cookie.getName(), cookie.getValue());
		copy.setPath("/");
		copy.setVersion(0);
		this.cookies.getCookieStore().add(URI.create("http://localhost:" + this.port), copy);
		return this;
	}

	Optional<String> session() {
		return cookie("JSESSIONID").map(HttpCookie::getValue);
	}

	/** A cookie that the server has set, or empty. */
	Optional<HttpCookie> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals(name))
			.findFirst();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept", this.accepted)
			.header("Accept-Language", this.language)
			.header("User-Agent", this.name);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			return new Answer(this.client.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * What came back.
	 *
	 * @param http the answer
	 */
	record Answer(HttpResponse<String> http) {

		int status() {
			return this.http.statusCode();
		}

		Optional<String> location() {
			return header("Location").map(address -> address.replaceFirst("http://localhost:[0-9]+", ""));
		}

		Optional<String> header(String name) {
			return this.http.headers().firstValue(name);
		}

		Document document() {
			return Jsoup.parse(this.http.body());
		}

		String heading() {
			return document().select("h1").text();
		}

	}

}
