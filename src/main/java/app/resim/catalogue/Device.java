package app.resim.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model of the device list.
 *
 * @param id stable key, for example {@code apple-iphone-15}
 * @param maker for example {@code Apple}
 * @param name for example {@code iPhone 15}
 * @param kind phone, tablet, watch or laptop
 * @param codes model codes that are this model whatever the version, such as
 * {@code SM-S928U}
 * @param tray whether it takes a plastic SIM card, for the version that was recognised
 * @param esimsAtOnce how many eSIMs work at the same time, where that is known
 * @param system the oldest system that takes an eSIM, for example {@code iOS 12.1}, where
 * that is known
 */
public record Device(String id, String maker, String name, Kind kind, List<String> codes, Tray tray,
		OptionalInt esimsAtOnce, Optional<String> system) {

	/** What sort of device. */
	public enum Kind {

		PHONE, TABLET,
		/** Takes its number from a phone: not answered, only recognised. */
		WATCH,
		/** Not answered, only recognised. */
		LAPTOP

	}

	/** Whether there is a place for a plastic SIM card. */
	public enum Tray {

		YES, NO,
		/** Depends on the version. */
		SOME

	}

	public Device {
		codes = List.copyOf(codes);
	}

	/**
	 * The name with its maker, said once.
	 * @return for example {@code Apple iPhone 15}, {@code OnePlus 12}
	 */
	public String fullName() {
		return this.name.toLowerCase(Locale.ROOT).startsWith(this.maker.toLowerCase(Locale.ROOT)) ? this.name
				: this.maker + " " + this.name;
	}

	Device with(Tray otherTray) {
		return new Device(this.id, this.maker, this.name, this.kind, this.codes, otherTray, this.esimsAtOnce,
				this.system);
	}

	Device with(List<String> otherCodes) {
		return new Device(this.id, this.maker, this.name, this.kind, otherCodes, this.tray, this.esimsAtOnce,
				this.system);
	}

}
