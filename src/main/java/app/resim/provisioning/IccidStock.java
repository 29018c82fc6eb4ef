package app.resim.provisioning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.IccidSupply;
import app.resim.provisioning.port.IccidSupply.Stocked;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The operator's pool of ICCIDs, where there is one. An ICCID is taken at most once; one
 * whose fate is doubtful stays taken for ever.
 */
@Component
class IccidStock {

	private static final String FREE = "order_id IS NULL AND (profile_type IS NULL OR profile_type = :type)";

	private final JdbcClient database;

	private final Optional<IccidSupply> supply;

	private final TransactionTemplate transaction;

	private final Clock clock;

	IccidStock(JdbcClient database, PlatformTransactionManager transactions, ObjectProvider<IccidSupply> supply,
			Clock clock) {
		this.database = database;
		this.transaction = new TransactionTemplate(transactions);
		this.supply = Optional.ofNullable(supply.getIfAvailable());
		this.clock = clock;
	}

	boolean exists() {
		return this.supply.isPresent();
	}

	/**
	 * Fetches more where nothing fits; outside of any transaction, because a supply may
	 * be a file or another system. What it delivers becomes visible all at once.
	 * @return whether something fits now
	 */
	boolean fillIfDry(String profileType) {
		if (this.supply.isPresent() && free(profileType).isEmpty()) {
			List<Stocked> delivered = this.supply.get().deliver();
			this.transaction.executeWithoutResult(status -> delivered.forEach(this::add));
		}
		return !free(profileType).isEmpty();
	}

	/** In the transaction that stores the order. */
	Optional<Iccid> take(OrderId order, String profileType) {
		for (List<Iccid> some = free(profileType); !some.isEmpty(); some = free(profileType)) {
			Optional<Iccid> taken = take(order, some);
			if (taken.isPresent()) {
				return taken;
			}
		}
		return Optional.empty();
	}

	private Optional<Iccid> take(OrderId order, List<Iccid> some) {
		return some.stream()
			.filter(iccid -> this.database
				.sql("UPDATE iccid_stock SET order_id = :order WHERE iccid = :iccid AND order_id IS NULL")
				.param("order", order.order())
				.param("iccid", iccid.iccid())
				.update() == 1)
			.findFirst();
	}

	/** Only where the SM-DP+ has surely made the profile available again. */
	void giveBack(Iccid iccid) {
		this.database.sql("UPDATE iccid_stock SET order_id = NULL WHERE iccid = :iccid")
			.param("iccid", iccid.iccid())
			.update();
	}

	/**
	 * In the order of an index that has the free ones together, beside all that were
	 * taken ever.
	 */
	private List<Iccid> free(String profileType) {
		return this.database
			.sql("SELECT iccid FROM iccid_stock WHERE " + FREE + " ORDER BY order_id, iccid FETCH FIRST 20 ROWS ONLY")
			.param("type", profileType)
			.query((row, number) -> new Iccid(row.getString(1)))
			.list();
	}

	private void add(Stocked profile) {
		this.database.sql(
				"INSERT INTO iccid_stock (iccid, profile_type, added_at) VALUES (:iccid, :type, :now) ON CONFLICT DO NOTHING")
			.param("iccid", profile.iccid().iccid())
			.param("type", profile.profileType().orElse(null))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
