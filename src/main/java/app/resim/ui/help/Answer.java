package app.resim.ui.help;

import java.util.List;
import java.util.stream.IntStream;

import app.resim.catalogue.Brand;
import app.resim.kernel.Money;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.Visit;

/**
 * A question answered in a reader's language, with the values of the reader's brand.
 *
 * @param topic which question
 * @param question in words
 * @param text the answer, with marks
 * @param points further sentences, with marks
 * @param words under which people look for it
 */
record Answer(Topic topic, String question, String text, List<String> points, String words) {

	static Answer of(Topic topic, Visit visit) {
		Object[] values = values(visit);
		String key = topic.key();
		return new Answer(topic, topic.question(visit), visit.text(key + ".text", values),
				IntStream.rangeClosed(1, topic.points().count())
					.mapToObj(point -> visit.text(key + "." + point, values))
					.toList(),
				visit.text(key + ".words"));
	}

	/** What stands in the operator's catalogue stands in no text. */
	private static Object[] values(Visit visit) {
		Brand brand = visit.brand();
		return new Object[] { brand.name(), PhoneNumbers.spaced(brand.hotline()),
				visit.times().hours(brand.hotlineHours()), price(visit, brand.fees().first()),
				price(visit, brand.fees().later()), visit.times().working(brand.hours().promise(), brand.hours()),
				documents(visit), brand.limits().inThirtyDays(), brand.limits().inAYear(),
				visit.times().span(brand.codeValidity()), brand.keeping().requestDays(),
				visit.times().hours(brand.hours()) };
	}

	private static String price(Visit visit, Money fee) {
		return fee.isZero() ? visit.text("help.free") : visit.words().money(fee);
	}

	private static String documents(Visit visit) {
		return visit.words()
			.either(visit.brand()
				.documents()
				.stream()
				.map(kind -> visit.text("start.document." + kind.name()))
				.toList());
	}

}
