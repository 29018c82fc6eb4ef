package app.resim.tmforum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.kernel.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Money as TM Forum writes it: a unit, which is a currency, and a value in whole units.
 */
final class Amount {

	/** More digits than that are no amount of a phone bill. */
	private static final int DIGITS = 15;

	private Amount() {
	}

	/** Empty unless both can be read; rounded to the smallest unit of the currency. */
	static Optional<Money> of(JsonNode money) {
		try {
			var amount = new BigDecimal(Told.text(money, "value"));
			if (Math.abs(amount.scale()) > DIGITS || amount.precision() > DIGITS) {
				return Optional.empty();
			}
			Currency currency = Currency.getInstance(Told.text(money, "unit").toUpperCase(Locale.ROOT));
			BigDecimal rounded = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()),
					RoundingMode.HALF_UP);
			return Optional.of(new Money(rounded.unscaledValue().longValueExact(), currency.getCurrencyCode()));
		}
		catch (ArithmeticException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The first of some fields that can be read. */
	static Optional<Money> first(JsonNode node, String... fields) {
		return Stream.of(fields).flatMap(field -> of(node.path(field)).stream()).findFirst();
	}

	/** Empty if there is nothing to add, or not all in one currency. */
	static Optional<Money> sum(List<Money> amounts) {
		return (amounts.stream().map(Money::currency).distinct().count() == 1)
				? Optional.of(new Money(amounts.stream().mapToLong(Money::minor).sum(), amounts.getFirst().currency()))
				: Optional.empty();
	}

	static void put(ObjectNode parent, String field, Money money) {
		int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
		parent.putObject(field).put("unit", money.currency()).put("value", BigDecimal.valueOf(money.minor(), digits));
	}

}
