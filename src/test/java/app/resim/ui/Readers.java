package app.resim.ui;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.MovingClock;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Fees;
import app.resim.catalogue.Reason;
import app.resim.catalogue.ReviewHours;
import app.resim.catalogue.Weights;
import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Money;

/**
 * People who look at pages of an invented brand, on a Tuesday at 13:31 in Hong Kong.
 */
public final class Readers {

	private static final Visit.FormToken TOKEN = new Visit.FormToken("_csrf", "token-of-this-session");

	private Readers() {
	}

	public static Brand brand() {
		Brand demo = Weights.demoBrand();
		return new Brand(new BrandId("tidewire"), "Tidewire Mobile", demo.legalName(), demo.standing(), 212,
				"+85255500100", demo.hotlineHours(), Optional.empty(), "HK", ZoneId.of("Asia/Hong_Kong"), "HKD",
				languages(), List.of(DocumentKind.HKID, DocumentKind.PASSPORT),
				new Fees(new Money(0, "HKD"), new Money(3000, "HKD"), Map.of(), Map.of(), Optional.empty()), hours(),
				new Brand.Automatic(true, List.of(Reason.values())), new Brand.Limits(2, 5), Duration.ofHours(72),
				new Brand.NewCodes(3, 14, Brand.NewCodes.Downloaded.PERSON), "ESIM_1", List.of(), List.of(),
				new Brand.Keeping(30, 7), demo.protection(), demo.routes(), demo.terms(), List.of(), demo.cards(),
				demo.simCap(), demo.cancellation(), Map.of());
	}

	private static List<Locale> languages() {
		return List.of(Language.values()).stream().map(Language::locale).toList();
	}

	private static ReviewHours hours() {
		return new ReviewHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0),
				LocalTime.of(21, 0), Duration.ofHours(2));
	}

	/**
	 * Somebody who has not signed in.
	 * @param language read
	 * @return the visit
	 */
	public static Visit stranger(Language language) {
		return visit(language, new Visit.Reader.Stranger());
	}

	/**
	 * A signed-in customer.
	 * @param language read
	 * @return the visit
	 */
	public static Visit customer(Language language) {
		return visit(language, new Visit.Reader.Customer());
	}

	static Visit visit(Language language, Visit.Reader reader) {
		Words words = Wording.strict().in(language);
		return new Visit(words, times(language), brand(), reader, "/lines", () -> Optional.of(TOKEN));
	}

	static Times times(Language language) {
		return new Times(Wording.strict().in(language), brand().zone(), new MovingClock());
	}

}
