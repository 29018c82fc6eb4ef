package app.resim.kernel;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in the smallest unit of its currency.
 *
 * @param minor for example 3000 for HKD 30.00
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) implements Serializable {

	public Money {
		Currency.getInstance(currency);
	}

	/**
	 * The amount as people of a locale read it, always with the ISO code because a "$"
	 * says nothing in Hong Kong.
	 * @param locale the reader's
	 * @return for example {@code HKD 30}
	 */
	public String spoken(Locale locale) {
		int digits = Currency.getInstance(this.currency).getDefaultFractionDigits();
		BigDecimal amount = BigDecimal.valueOf(this.minor, digits);
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		boolean whole = amount.stripTrailingZeros().scale() <= 0;
		format.setMinimumFractionDigits(whole ? 0 : digits);
		format.setMaximumFractionDigits(digits);
		return this.currency + "\u00a0" + format.format(amount);
	}

	public boolean isZero() {
		return this.minor == 0;
	}

}
