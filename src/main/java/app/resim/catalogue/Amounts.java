package app.resim.catalogue;

import java.math.BigDecimal;
import java.util.Currency;

import app.resim.kernel.Money;

/**
 * Amounts as they stand in a file.
 */
final class Amounts {

	private Amounts() {
	}

	/**
	 * Reads an amount.
	 * @param text currency and amount, for example {@code HKD 30.50}
	 * @return the amount
	 * @throws IllegalArgumentException if it is none
	 * @throws ArithmeticException if the currency has no such small coins
	 */
	static Money read(String text) {
		String[] parts = text.strip().split("\\s+");
		if (parts.length != 2) {
			throw new IllegalArgumentException("Not an amount");
		}
		int digits = Currency.getInstance(parts[0]).getDefaultFractionDigits();
		return new Money(new BigDecimal(parts[1]).movePointRight(digits).longValueExact(), parts[0]);
	}

}
