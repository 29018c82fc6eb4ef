package app.resim.catalogue;

import java.time.LocalDate;

/**
 * What a customer accepts before a request is sent.
 *
 * @param version names them, so that it can be said later which ones were accepted
 * @param from the first day on which they hold, in the brand's time zone
 * @param text what they say
 */
public record Terms(String version, LocalDate from, Said text) {

	public Terms {
		Rule.check(version.matches("[A-Za-z0-9._-]{1,40}"), "the version is a short name such as 2026-1");
	}

}
