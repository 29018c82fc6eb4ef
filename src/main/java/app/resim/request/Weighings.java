package app.resim.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.account.Factor;
import app.resim.account.Proven;
import app.resim.account.Strength;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Fact;
import app.resim.protection.Signal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How requests were weighed. A later weighing of the same request takes the place of the
 * earlier one, which stays.
 */
@Component
class Weighings {

	private final JdbcClient database;

	Weighings(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Keeps a weighing, inside the transaction that acts upon it.
	 * @param request which
	 * @param weighed how
	 * @param document fingerprint of the document, where there is one
	 * @param network fingerprint of the network, where it is known
	 */
	void add(RequestId request, Weighed weighed, Optional<byte[]> document, Optional<String> network) {
		this.database
			.sql("""
					INSERT INTO request_weighing
					  (request, turn, weighed_at, proven, strength, people, held_until, points, signals, unknown_facts, policy,
					   document, network)
					VALUES (?, (SELECT COUNT(*) FROM request_weighing w WHERE w.request = ?) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(request.id())
			.param(request.id())
			.param(utc(weighed.at()))
			.param(weighed.proven().stream().map(Weighings::text).collect(Collectors.joining(",")))
			.param(weighed.strength().name())
			.param(weighed.people())
			.param(weighed.heldUntil().map(Weighings::utc).orElse(null))
			.param(weighed.points())
			.param(names(weighed.signals()))
			.param(names(weighed.unknown()))
			.param(weighed.policy())
			.param(document.orElse(null))
			.param(network.orElse(null))
			.update();
	}

	/**
	 * The latest weighing of a request.
	 * @param request which
	 * @return empty if it was sent before weighings were kept, or not at all
	 */
	Optional<Weighed> of(RequestId request) {
		return this.database
			.sql("SELECT * FROM request_weighing WHERE request = ? ORDER BY turn DESC FETCH FIRST 1 ROW ONLY")
			.param(request.id())
			.query(Weighings::weighed)
			.optional();
	}

	/**
	 * How many requests others have sent with a document.
	 * @param document its fingerprint
	 * @param owner whose own requests do not count
	 * @param start since when
	 * @return the number
	 */
	int ofOthers(byte[] document, SubscriberId owner, Instant start) {
		return this.database.sql("""
				SELECT COUNT(DISTINCT w.request) FROM request_weighing w JOIN replacement_request r ON r.id = w.request
				WHERE w.document = ? AND w.weighed_at > ? AND r.subscriber <> ?""")
			.param(document)
			.param(utc(start))
			.param(owner.subscriber())
			.query(Integer.class)
			.single();
	}

	/**
	 * How many other requests were sent from a network.
	 * @param network its fingerprint
	 * @param request which does not count
	 * @param start since when
	 * @return the number
	 */
	int fromNetwork(String network, RequestId request, Instant start) {
		return this.database.sql("""
				SELECT COUNT(DISTINCT request) FROM request_weighing
				WHERE network = ? AND weighed_at > ? AND request <> ?""")
			.param(network)
			.param(utc(start))
			.param(request.id())
			.query(Integer.class)
			.single();
	}

	/**
	 * Forgets the documents and networks of weighings that are not counted any more. One
	 * after the other: each has an index that leads to those that are left.
	 */
	void forgetMarks(Instant before) {
		for (String mark : List.of("document", "network")) {
			this.database
				.sql("UPDATE request_weighing SET %1$s = NULL WHERE %1$s IS NOT NULL AND weighed_at < ?"
					.formatted(mark))
				.param(utc(before))
				.update();
		}
	}

	private static Weighed weighed(ResultSet row, int index) throws SQLException {
		return new Weighed(at(row, "weighed_at"), words(row, "proven").map(Weighings::proven).toList(),
				Strength.valueOf(row.getString("strength")), row.getInt("people"),
				Optional.ofNullable(row.getObject("held_until", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				row.getInt("points"), words(row, "signals").map(Signal::valueOf).toList(),
				words(row, "unknown_facts").map(Fact::valueOf).collect(Collectors.toSet()), row.getString("policy"));
	}

	private static String text(Proven proven) {
		return proven.factor() + " " + proven.at() + " " + proven.since();
	}

	private static Proven proven(String text) {
		String[] parts = text.split(" ", 3);
		return new Proven(Factor.valueOf(parts[0]), Instant.parse(parts[1]), Instant.parse(parts[2]));
	}

	private static String names(Collection<? extends Enum<?>> named) {
		return named.stream().map(Enum::name).collect(Collectors.joining(","));
	}

	private static Stream<String> words(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return text.isEmpty() ? Stream.empty() : List.of(text.split(",")).stream();
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
