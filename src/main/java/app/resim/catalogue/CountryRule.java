package app.resim.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What a country demands of some people, beyond what the operator asks of everybody.
 *
 * @param condition whom it is about
 * @param region ISO 3166 country whose rule it is
 * @param consequence what becomes of a request
 * @param reason why, for the customer
 * @param bring what to bring to a shop, or what the adult needs; may be empty
 * @param since the first day on which it holds, in the brand's time zone
 * @param source the law or page that says so
 * @param mark how sure it is
 */
public record CountryRule(Condition condition, String region, Consequence consequence, Said reason, List<Said> bring,
		LocalDate since, String source, Mark mark) {

	public CountryRule {
		Rule.check(Regions.isKnown(region), "the region is a country code such as HK");
		Rule.check(!source.isBlank(), "a rule names its source");
		bring = List.copyOf(bring);
	}

	/** Whom a rule is about. */
	public enum Condition {

		/** The customer is not a citizen of the country. */
		FOREIGN_NATIONAL,
		/** The customer is younger than sixteen. */
		UNDER_16,
		/** The customer is younger than eighteen. */
		UNDER_18,
		/** Somebody else asks for the customer. */
		PROXY,
		/** The line belongs to a company. */
		COMPANY

	}

	/** What becomes of a request. */
	public enum Consequence {

		/** The customer must come to a shop. */
		STORE,
		/** An adult must agree. */
		ADULT

	}

}
