package app.resim.account;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with, as they would call it themselves. The long name that a
 * browser gives itself is not kept.
 *
 * @param family the program
 * @param device what it runs on
 */
public record Browser(Family family, Device device) {

	private static final Browser UNKNOWN = new Browser(Family.OTHER, Device.OTHER);

	/** Programs; several name the others too, so the order matters. */
	public enum Family {

		EDGE("Edge", "Edg/", "EdgA/", "EdgiOS/"), OPERA("Opera", "OPR/"),
		SAMSUNG("Samsung Internet", "SamsungBrowser/"), FIREFOX("Firefox", "Firefox/", "FxiOS/"),
		CHROME("Chrome", "Chrome/", "CriOS/"), SAFARI("Safari", "Safari/"), OTHER("");

		private final String label;

		private final List<String> marks;

		Family(String label, String... marks) {
			this.label = label;
			this.marks = List.of(marks);
		}

		/**
		 * The program's own name.
		 * @return the same in every language; empty for {@link #OTHER}
		 */
		public String label() {
			return this.label;
		}

	}

	/** What browsers run on. */
	public enum Device {

		IPHONE("iPhone", "iPhone"), IPAD("iPad", "iPad"), ANDROID("Android", "Android"), WINDOWS("Windows", "Windows"),
		MAC("macOS", "Macintosh"), LINUX("Linux", "Linux", "CrOS"), OTHER("");

		private final String label;

		private final List<String> marks;

		Device(String label, String... marks) {
			this.label = label;
			this.marks = List.of(marks);
		}

		/**
		 * The system's own name.
		 * @return the same in every language; empty for {@link #OTHER}
		 */
		public String label() {
			return this.label;
		}

	}

	/**
	 * Reads what a browser says about itself.
	 * @param userAgent the header, or null
	 * @return never fails
	 */
	public static Browser of(@Nullable String userAgent) {
		if (userAgent == null) {
			return UNKNOWN;
		}
		Family family = Stream.of(Family.values())
			.filter(known -> known.marks.stream().anyMatch(userAgent::contains))
			.findFirst()
			.orElse(Family.OTHER);
		Device device = Stream.of(Device.values())
			.filter(known -> known.marks.stream().anyMatch(userAgent::contains))
			.findFirst()
			.orElse(Device.OTHER);
		return new Browser(family, device);
	}

}
