package app.resim.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.resim.keys.Seal;
import app.resim.request.PostalAddress.Part;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses that couriers bring cards to, sealed.
 */
@Component
class Addresses {

	private static final String BETWEEN = "\u0000";

	private final JdbcClient database;

	private final Seal seal;

	Addresses(JdbcClient database, Seal seal) {
		this.database = database;
		this.seal = seal;
	}

	/** In the transaction that holds the request. */
	void keep(RequestId request, PostalAddress address) {
		forget(request);
		this.database.sql("INSERT INTO request_address (request, sealed) VALUES (?, ?)")
			.param(request.id())
			.param(this.seal.close(written(address), context(request.id())))
			.update();
	}

	Optional<PostalAddress> of(RequestId request) {
		return this.database.sql("SELECT sealed FROM request_address WHERE request = ?")
			.param(request.id())
			.query((row, number) -> row.getBytes(1))
			.optional()
			.map(sealed -> read(this.seal.open(sealed, context(request.id()))));
	}

	boolean isKept(RequestId request) {
		return this.database.sql("SELECT COUNT(*) FROM request_address WHERE request = ?")
			.param(request.id())
			.query(Integer.class)
			.single() > 0;
	}

	void forget(RequestId request) {
		this.database.sql("DELETE FROM request_address WHERE request = ?").param(request.id()).update();
	}

	/**
	 * Forgets those of requests that ended long ago.
	 * @param brand whose requests
	 * @param before which they ended
	 */
	void forget(String brand, Instant before) {
		this.database.sql("""
				DELETE FROM request_address WHERE request IN (
				  SELECT id FROM replacement_request
				  WHERE id IN (SELECT request FROM request_address) AND brand = ? AND ended_at < ?)""")
			.param(brand)
			.param(before.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static byte[] written(PostalAddress address) {
		var text = new StringBuilder(address.country());
		address.parts().forEach((part, said) -> text.append(BETWEEN).append(part.name()).append('=').append(said));
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static PostalAddress read(byte[] clear) {
		String[] words = new String(clear, StandardCharsets.UTF_8).split(BETWEEN, -1);
		Map<Part, String> parts = new EnumMap<>(Part.class);
		for (int i = 1; i < words.length; i++) {
			String[] pair = words[i].split("=", 2);
			parts.put(Part.valueOf(pair[0]), pair[1]);
		}
		return new PostalAddress(words[0], parts);
	}

	private static String context(UUID request) {
		return "address:" + request;
	}

}
