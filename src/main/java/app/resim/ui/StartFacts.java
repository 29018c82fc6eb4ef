package app.resim.ui;

import java.util.List;

import app.resim.catalogue.Brand;
import app.resim.kernel.Money;

/**
 * What people read about a brand before anything else: what they do, what the operator
 * does, and what it costs.
 */
public final class StartFacts {

	private final Visit visit;

	private final Brand brand;

	/**
	 * The facts of a brand.
	 * @param visit who reads, and whose pages
	 */
	public StartFacts(Visit visit) {
		this.visit = visit;
		this.brand = visit.brand();
	}

	/**
	 * The facts as they stand on the first page.
	 * @return a row of three
	 */
	public Facts row() {
		return check(
				Facts.wide().fact(text("start.your-part"), text("start.your-part.time"), text("start.your-part.text")))
			.fact(text("start.price"), price(), priceText());
	}

	/**
	 * The documents that are accepted.
	 * @return for example {@code HKID or passport}
	 */
	public String documents() {
		List<String> names = this.brand.documents()
			.stream()
			.map(kind -> text("start.document." + kind.name()))
			.toList();
		return this.visit.marked("documents", this.visit.words().either(names));
	}

	private Facts check(Facts facts) {
		String promise = this.visit.marked("hours.promise",
				this.visit.times().working(this.brand.hours().promise(), this.brand.hours()));
		String hours = this.visit.times().hours(this.brand.hours());
		return this.brand.automatic().allowed()
				? facts.fact(text("start.our-check"), text("start.our-check.at-once"),
						text("start.our-check.at-once.text", promise, hours))
				: facts.fact(text("start.our-check"), text("start.our-check.within", promise),
						text("start.our-check.within.text", hours));
	}

	private String price() {
		Money first = this.brand.fees().first();
		if (!first.isZero()) {
			return this.visit.marked("fees.first", this.visit.words().money(first));
		}
		return this.visit.marked("fees.first",
				text(this.brand.fees().later().isZero() ? "start.price.free" : "start.price.first-free"));
	}

	private String priceText() {
		boolean laterCosts = this.brand.fees().first().isZero() && !this.brand.fees().later().isZero();
		return laterCosts
				? text("start.price.first-free.text",
						this.visit.marked("fees.later", this.visit.words().money(this.brand.fees().later())))
				: text("start.price.amount.text");
	}

	private String text(String key, Object... args) {
		return this.visit.text(key, args);
	}

}
