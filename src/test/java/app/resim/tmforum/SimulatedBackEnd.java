package app.resim.tmforum;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operator's business systems over real HTTP: collections in memory, tokens, service
 * orders that change services and end products, refunds, and faults on demand.
 */
final class SimulatedBackEnd implements AutoCloseable {

	/** What becomes of one call. */
	enum Fate {

		WELL, HANG, BROKEN, BUSY, GARBAGE, ENDLESS, TOKEN_EXPIRED, DONE_BUT_ANSWER_LOST

	}

	private static final InetSocketAddress ANY_PORT = new InetSocketAddress("localhost", 0);

	static final JsonMapper JSON = JsonMapper.shared();

	final Map<String, List<ObjectNode>> collections = new LinkedHashMap<>();

	/** Fates of the next calls whose method and path begin so. */
	private final Map<String, Deque<Fate>> fates = new HashMap<>();

	/** Everything that was asked, as method, path and query. */
	final List<String> asked = new ArrayList<>();

	/** How often an order is looked at before it is done. */
	int looksBeforeDone;

	/** How orders end. */
	String ordersEnd = "completed";

	/** A filter that this back end does not know. */
	String unknownFilter = "none";

	boolean answersTwice;

	/** Whether a search for orders, payments and refunds finds nothing yet. */
	boolean searchLags;

	private int tokens;

	private final CountDownLatch closing = new CountDownLatch(1);

	private final HttpServer server;

	private final Clock clock;

	private final String scheme;

	SimulatedBackEnd(Clock clock) {
		this(clock, null);
	}

	/** With TLS it wants a certificate of whoever asks. */
	SimulatedBackEnd(Clock clock, @Nullable SSLContext tls) {
		this.clock = clock;
		this.scheme = (tls != null) ? "https" : "http";
		try {
			this.server = (tls != null) ? HttpsServer.create(ANY_PORT, 0) : HttpServer.create(ANY_PORT, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (this.server instanceof HttpsServer secure && tls != null) {
			secure.setHttpsConfigurator(new HttpsConfigurator(tls) {
				@Override
				public void configure(HttpsParameters connection) {
					SSLParameters wanted = tls.getDefaultSSLParameters();
					wanted.setNeedClientAuth(true);
					connection.setSSLParameters(wanted);
				}
			});
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return this.scheme + "://localhost:" + this.server.getAddress().getPort();
	}

	void next(String call, Fate... further) {
		this.fates.computeIfAbsent(call, key -> new ArrayDeque<>()).addAll(List.of(further));
	}

	ObjectNode add(String collection, String json) {
		ObjectNode entry = (ObjectNode) JSON.readTree(json);
		this.collections.computeIfAbsent(collection, key -> new ArrayList<>()).add(entry);
		return entry;
	}

	List<ObjectNode> entries(String collection) {
		return this.collections.computeIfAbsent(collection, key -> new ArrayList<>());
	}

	long calls(String call) {
		return this.asked.stream().filter(line -> line.startsWith(call)).count();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			byte[] body = exchange.getRequestBody().readAllBytes();
			Fate fate = fate(exchange.getRequestMethod() + " " + path, exchange.getRequestURI().getRawQuery());
			switch (fate) {
				case HANG -> this.closing.await();
				case BROKEN -> send(exchange, 500, "{\"reason\":\"broken\"}");
				case BUSY -> send(exchange, 429, "{}");
				case GARBAGE -> send(exchange, 200, "<html>not json");
				case ENDLESS -> endless(exchange);
				case TOKEN_EXPIRED -> {
					this.tokens++;
					send(exchange, 401, "{}");
				}
				case WELL -> serve(exchange, path, body);
				case DONE_BUT_ANSWER_LOST -> {
					synchronized (this) {
						create(path, body);
					}
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized Fate fate(String call, String query) {
		this.asked.add((query != null) ? call + "?" + query : call);
		return this.fates.entrySet()
			.stream()
			.filter(entry -> call.startsWith(entry.getKey()) && !entry.getValue().isEmpty())
			.findFirst()
			.map(entry -> entry.getValue().pop())
			.orElse(Fate.WELL);
	}

	private synchronized void serve(HttpExchange exchange, String path, byte[] body) throws IOException {
		if (path.equals("/token")) {
			this.tokens++;
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			send(exchange, 200,
					"{\"access_token\":\"t%d\",\"token_type\":\"Bearer\",\"expires_in\":600}".formatted(this.tokens));
			return;
		}
		if (!("Bearer t" + this.tokens).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			send(exchange, 401, "{}");
			return;
		}
		if (exchange.getRequestMethod().equals("POST")) {
			send(exchange, 201, create(path, body).toString());
			return;
		}
		String collection = this.collections.keySet()
			.stream()
			.filter(name -> path.equals(name) || path.startsWith(name + "/"))
			.findFirst()
			.orElse(path);
		if (path.equals(collection)) {
			send(exchange, 200, page(collection, query(exchange)).toString());
			return;
		}
		String id = path.substring(collection.length() + 1);
		var found = entries(collection).stream().filter(entry -> entry.path("id").asString("").equals(id)).findFirst();
		found.ifPresent(this::look);
		send(exchange, found.isPresent() ? 200 : 404, found.map(Object::toString).orElse("{}"));
	}

	private ObjectNode create(String path, byte[] body) {
		ObjectNode entry = (ObjectNode) JSON.readTree(body);
		entry.put("id", "n" + entries(path).size());
		if (path.endsWith("Order")) {
			entry.put("state", "acknowledged");
			entry.put("looks", 0);
			entry.put("orderDate", this.clock.instant().toString());
			if (this.looksBeforeDone == 0) {
				end(entry);
			}
		}
		if (path.endsWith("/refund")) {
			giveBack(entry);
		}
		entries(path).add(entry);
		return entry;
	}

	private void giveBack(ObjectNode refund) {
		entries("/accountManagement/v4/billingAccount").stream()
			.filter(account -> account.path("id").equals(refund.path("account").path("id")))
			.map(account -> (ObjectNode) account.path("accountBalance").path(0).path("amount"))
			.forEach(left -> left.put("value",
					left.path("value")
						.decimalValue()
						.subtract(refund.path("totalAmount").path("value").decimalValue())));
	}

	private void look(ObjectNode entry) {
		if (entry.path("state").asString("").matches("acknowledged|inProgress") && entry.has("looks")) {
			entry.put("looks", entry.path("looks").asInt() + 1);
			entry.put("state", "inProgress");
			if (entry.path("looks").asInt() >= this.looksBeforeDone) {
				end(entry);
			}
		}
	}

	private void end(ObjectNode order) {
		order.put("state", this.ordersEnd);
		order.put("completionDate", this.clock.instant().toString());
		if (this.ordersEnd.equals("completed")) {
			JsonNode service = order.path("serviceOrderItem").path(0).path("service");
			entries("/serviceInventory/v4/service").stream()
				.filter(entry -> entry.path("id").equals(service.path("id")))
				.forEach(entry -> change(entry, service.path("serviceCharacteristic")));
			ended("/serviceInventory/v4/service", order.path("serviceOrderItem").path(0), "service", "state");
			ended("/productInventory/v4/product", order.path("productOrderItem").path(0), "product", "status");
		}
	}

	private void ended(String collection, JsonNode item, String subject, String state) {
		if (item.path("action").asString("").equals("delete")) {
			entries(collection).stream()
				.filter(entry -> entry.path("id").equals(item.path(subject).path("id")))
				.forEach(entry -> entry.put(state, "terminated"));
		}
	}

	private static void change(ObjectNode service, JsonNode wishes) {
		ArrayNode has = (ArrayNode) service.path("serviceCharacteristic");
		for (JsonNode wish : wishes) {
			String name = wish.path("name").asString("");
			String value = wish.path("value").asString("");
			switch (name) {
				case "iccid" -> {
					remove(has, "iccid", value);
					has.addObject().put("name", name).put("value", value);
				}
				case "endedIccid" -> remove(has, "iccid", value);
				case "state" -> {
					remove(has, "state", null);
					has.addObject().put("name", name).put("value", value);
				}
				default -> {
				}
			}
		}
	}

	private static void remove(ArrayNode from, String name, @Nullable String value) {
		from.removeIf(entry -> entry.path("name").asString("").equals(name)
				&& (value == null || plain(entry.path("value").asString("")).equals(value)));
	}

	private static String plain(String iccid) {
		return iccid.replaceAll("[ F]", "");
	}

	private ArrayNode page(String collection, Map<String, String> query) {
		List<ObjectNode> all = (this.searchLags && collection.matches(".*/(serviceOrder|productOrder|payment|refund)"))
				? List.of() : entries(collection);
		List<ObjectNode> found = all.stream().filter(entry -> fits(entry, query)).toList();
		ArrayNode page = JSON.createArrayNode();
		found.stream()
			.skip(Integer.parseInt(query.getOrDefault("offset", "0")))
			.limit(Integer.parseInt(query.getOrDefault("limit", "1000")))
			.forEach(entry -> {
				page.add(entry);
				if (this.answersTwice) {
					page.add(entry.deepCopy());
				}
			});
		return page;
	}

	private boolean fits(JsonNode entry, Map<String, String> query) {
		return query.entrySet()
			.stream()
			.filter(filter -> !List.of("fields", "offset", "limit", this.unknownFilter).contains(filter.getKey()))
			.allMatch(filter -> at(entry, List.of(filter.getKey().split("\\.")))
				.anyMatch(value -> value.asString("").equalsIgnoreCase(filter.getValue())));
	}

	private static Stream<JsonNode> at(JsonNode node, List<String> path) {
		Stream<JsonNode> here = node.isArray() ? node.valueStream() : Stream.of(node);
		return path.isEmpty() ? here
				: here.flatMap(entry -> at(entry.path(path.getFirst()), path.subList(1, path.size())));
	}

	private static Map<String, String> query(HttpExchange exchange) {
		String raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
		return Arrays.stream(raw.split("&"))
			.filter(part -> !part.isEmpty())
			.map(part -> part.split("=", 2))
			.collect(Collectors.toMap(part -> decoded(part[0]), part -> decoded(part[1])));
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static void endless(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			for (int i = 0; i < 10_000; i++) {
				out.write(new byte[1024]);
			}
		}
	}

	private static void send(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
	}

}
