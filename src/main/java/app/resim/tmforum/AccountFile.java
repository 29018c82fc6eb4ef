package app.resim.tmforum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Money;
import tools.jackson.databind.JsonNode;

/**
 * A billing account (TMF666) as the back end told it.
 *
 * @param account the account
 * @param agreed how to read it
 */
record AccountFile(JsonNode account, TmForumProperties agreed) {

	static final String FIELDS = "id,accountBalance,paymentStatus";

	/** What the customer has there; less than nothing is not understood. */
	Optional<Money> credit(Instant now) {
		return balance(this.agreed.states().credit(), now).filter(money -> money.minor() >= 0);
	}

	/** What the customer owes there; less than nothing is not understood. */
	Optional<Money> owed(Instant now) {
		return balance(this.agreed.states().owed(), now).filter(money -> money.minor() >= 0);
	}

	/** Nothing if one of several balances cannot be read. */
	private Optional<Money> balance(List<String> types, Instant now) {
		List<Optional<Money>> balances = Told.entries(this.account, "accountBalance")
			.filter(balance -> Told.oneOf(types, Told.text(balance, "balanceType")) && Told.validAt(balance, now))
			.map(balance -> Amount.of(balance.path("amount")))
			.toList();
		return balances.stream().allMatch(Optional::isPresent)
				? Amount.sum(balances.stream().map(Optional::orElseThrow).toList()) : Optional.empty();
	}

	boolean paid() {
		return Told.oneOf(this.agreed.states().paid(), Told.text(this.account, "paymentStatus"));
	}

	boolean inArrears() {
		return Told.oneOf(this.agreed.states().arrears(), Told.text(this.account, "paymentStatus"));
	}

	@Override
	public String toString() {
		return "AccountFile[]";
	}

}
