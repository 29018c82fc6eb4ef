package app.resim.visit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.resim.catalogue.Store;

/**
 * An appointment as a file for a calendar (RFC 5545). The same appointment has the same
 * key for good, and a number that grows with each change, so that a calendar moves its
 * entry instead of making a second one. Times are in UTC, which every calendar tells in
 * its own zone.
 *
 * @param key of the appointment, the same for good
 * @param host that makes keys of different portals different
 * @param revision grows with each change
 * @param changed when it was changed last
 * @param begins when
 * @param ends until when
 * @param title one line, without anything personal
 * @param address where, one line
 * @param place where, on the globe
 * @param text more about it
 * @param link the page about it
 * @param cancelled takes the entry away
 * @see "decision 0036"
 */
public record CalendarFile(String key, String host, int revision, Instant changed, Instant begins, Instant ends,
		String title, String address, Store.Place place, String text, String link, boolean cancelled) {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final int LONGEST_LINE = 75;

	/**
	 * The content of the file.
	 * @return lines that end with CR and LF; to be sent as UTF-8
	 */
	public String content() {
		var lines = new ArrayList<String>();
		lines.addAll(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Resim//Appointments//EN",
				"METHOD:" + (this.cancelled ? "CANCEL" : "PUBLISH"), "BEGIN:VEVENT",
				"UID:" + escaped(this.key + "@" + this.host), "SEQUENCE:" + this.revision,
				"DTSTAMP:" + UTC.format(this.changed), "LAST-MODIFIED:" + UTC.format(this.changed),
				"DTSTART:" + UTC.format(this.begins), "DTEND:" + UTC.format(this.ends),
				"SUMMARY:" + escaped(this.title), "LOCATION:" + escaped(this.address),
				"GEO:" + this.place.latitude() + ";" + this.place.longitude(), "DESCRIPTION:" + escaped(this.text),
				"URL:" + this.link, "STATUS:" + (this.cancelled ? "CANCELLED" : "CONFIRMED")));
		if (!this.cancelled) {
			lines.addAll(List.of("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT2H",
					"DESCRIPTION:" + escaped(this.title), "END:VALARM"));
		}
		lines.addAll(List.of("END:VEVENT", "END:VCALENDAR"));
		var content = new StringBuilder();
		lines.forEach(line -> content.append(folded(line)).append("\r\n"));
		return content.toString();
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replaceAll("\\R", "\\\\n")
			.replaceAll("\\p{Cntrl}", " ");
	}

	/** At most 75 octets a line, and no character is cut in two. */
	private static String folded(String line) {
		var folded = new StringBuilder();
		int used = 0;
		for (int character : line.codePoints().toArray()) {
			int octets = octets(character);
			if (used + octets > LONGEST_LINE) {
				folded.append("\r\n ");
				used = 1;
			}
			folded.appendCodePoint(character);
			used += octets;
		}
		return folded.toString();
	}

	private static int octets(int character) {
		if (character < 0x80) {
			return 1;
		}
		if (character < 0x800) {
			return 2;
		}
		return (character < 0x10000) ? 3 : 4;
	}

}
