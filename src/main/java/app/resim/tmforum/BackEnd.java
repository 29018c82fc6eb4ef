package app.resim.tmforum;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Speaks with the back end. No address is logged or kept in an exception: queries hold
 * numbers and e-mail addresses.
 */
final class BackEnd {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Logger LOG = LoggerFactory.getLogger(BackEnd.class);

	private static final int UNAUTHORIZED = 401;

	private static final int PARTIAL = 206;

	private static final int NOT_FOUND = 404;

	private static final int REQUEST_TIMEOUT = 408;

	private final TmForumProperties agreed;

	private final RestClient http;

	private final Optional<Tokens> tokens;

	BackEnd(TmForumProperties agreed, ClientHttpRequestFactory caller, Optional<Tokens> tokens) {
		this.agreed = agreed;
		this.http = RestClient.builder().requestFactory(caller).build();
		this.tokens = tokens;
	}

	Patience patience() {
		return new Patience(this.agreed.longestCall(), this.agreed.oneCall());
	}

	/**
	 * Reads one entry.
	 * @param path of its collection
	 * @param id its key
	 * @param fields the fields wanted
	 * @param left how long there is
	 * @return the entry, or empty if there is none of this key
	 */
	Optional<JsonNode> one(String path, String id, String fields, Patience left) {
		URI uri = address(path).pathSegment("{id}")
			.queryParam("fields", "{fields}")
			.encode()
			.buildAndExpand(id, fields)
			.toUri();
		Reply reply = call(HttpMethod.GET, uri, null, left);
		return (reply.status() == NOT_FOUND) ? Optional.empty()
				: Optional.of(read(reply)).filter(found -> id.equals(Told.text(found, "id")));
	}

	/**
	 * Reads all entries that a filter finds. Back ends may ignore a filter, so the caller
	 * looks at each entry again.
	 * @param path of the collection
	 * @param filter name of the query parameter
	 * @param wanted its value
	 * @param fields the fields wanted
	 * @param left how long there is
	 * @return the entries, each once
	 * @throws BackEndFault also if there are more than are ever read: then nobody knows
	 */
	List<JsonNode> search(String path, String filter, String wanted, String fields, Patience left) {
		List<JsonNode> found = new ArrayList<>();
		for (int page = 0; page < this.agreed.mostPages(); page++) {
			Reply reply = call(HttpMethod.GET, page(path, filter, wanted, fields, found.size()), null, left);
			JsonNode entries = read(reply);
			if (!entries.isArray()) {
				throw new BackEndFault("unreadable", false);
			}
			entries.forEach(found::add);
			boolean more = reply.partial() || entries.size() >= this.agreed.pageSize();
			if (entries.isEmpty() || !more) {
				return Told.eachOnce(found);
			}
		}
		LOG.warn("The back end finds too much by {}: does it know this filter?", filter);
		throw new BackEndFault("too-many", false);
	}

	private URI page(String path, String filter, String wanted, String fields, int offset) {
		return address(path).queryParam(filter, "{wanted}")
			.queryParam("fields", "{fields}")
			.queryParam("offset", "{offset}")
			.queryParam("limit", "{limit}")
			.encode()
			.buildAndExpand(wanted, fields, offset, this.agreed.pageSize())
			.toUri();
	}

	/**
	 * Creates an entry, at most once.
	 * @param path of the collection
	 * @param entry what it shall hold
	 * @param left how long there is
	 * @return the entry as it was created
	 * @throws BackEndFault which tells whether surely nothing was created
	 */
	JsonNode create(String path, JsonNode entry, Patience left) {
		return read(call(HttpMethod.POST, address(path).build().toUri(), entry, left));
	}

	private UriComponentsBuilder address(String path) {
		return UriComponentsBuilder.fromUriString(this.agreed.url().replaceAll("/+$", "") + path);
	}

	/** What was refused for its token was not done, so it may be asked again. */
	private Reply call(HttpMethod method, URI uri, @Nullable JsonNode body, Patience left) {
		String token = token(null, left);
		Reply reply = exchange(method, uri, body, token, left);
		if (reply.status() == UNAUTHORIZED && token != null) {
			reply = exchange(method, uri, body, token(token, left), left);
		}
		if (reply.status() / 100 != 2 && !(method == HttpMethod.GET && reply.status() == NOT_FOUND)) {
			LOG.warn("The back end answers a {} with {}", method, reply.status());
			throw new BackEndFault("http-" + reply.status(),
					reply.status() / 100 == 4 && reply.status() != REQUEST_TIMEOUT);
		}
		return reply;
	}

	private @Nullable String token(@Nullable String refused, Patience left) {
		return this.tokens.map(tokens -> tokens.token(refused, left)).orElse(null);
	}

	private Reply exchange(HttpMethod method, URI uri, @Nullable JsonNode body, @Nullable String token, Patience left) {
		left.beforeACall();
		var request = this.http.method(method).uri(uri).accept(MediaType.APPLICATION_JSON);
		if (token != null) {
			request.headers(headers -> headers.setBearerAuth(token));
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(body));
		}
		try {
			return Objects.requireNonNull(request.exchange(
					(asked, answer) -> new Reply(answer.getStatusCode().value(), answer.getBody().readAllBytes())));
		}
		catch (RestClientException ex) {
			throw failed(ex);
		}
	}

	private static BackEndFault failed(RestClientException failure) {
		List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(20)
			.toList();
		boolean neverSent = causes.stream()
			.anyMatch(cause -> cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
					|| cause instanceof SSLHandshakeException);
		boolean late = causes.stream().anyMatch(HttpTimeoutException.class::isInstance);
		String word = neverSent ? "unreachable" : late ? "timeout" : "reset";
		LOG.warn("The back end does not answer: {}", word);
		return new BackEndFault(word, neverSent);
	}

	private static JsonNode read(Reply reply) {
		if (reply.status() == NOT_FOUND) {
			throw new BackEndFault("http-404", true);
		}
		try {
			return JSON.readTree(reply.body());
		}
		catch (JacksonException ex) {
			LOG.warn("The back end answers something that is no JSON");
			throw new BackEndFault("unreadable", false);
		}
	}

	private record Reply(int status, byte[] body) {

		/** A page that is smaller than what was asked for, with more behind it. */
		boolean partial() {
			return this.status == PARTIAL;
		}

	}

}
