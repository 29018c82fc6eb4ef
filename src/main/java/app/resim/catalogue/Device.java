package app.resim.catalogue;

import java.util.List;

/**
 * A model of the device list.
 *
 * @param id stable key, for example {@code apple-iphone-15}
 * @param maker for example {@code Apple}
 * @param name for example {@code iPhone 15}
 * @param kind phone, tablet or watch
 * @param codes model codes that are this model whatever the version, such as
 * {@code SM-S928U}
 */
public record Device(String id, String maker, String name, Kind kind, List<String> codes) {

	/** What sort of device. */
	public enum Kind {

		PHONE, TABLET, WATCH

	}

}
