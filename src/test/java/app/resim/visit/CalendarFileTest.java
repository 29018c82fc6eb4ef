package app.resim.visit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import app.resim.catalogue.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file for calendars, by RFC 5545.
 */
class CalendarFileTest {

	private static final Instant CHANGED = Instant.parse("2026-08-04T05:31:07.123Z");

	@Test
	void itSaysWhatWhenAndWhere() {
		assertThat(lines(file(0, "Bring the original.", false))).containsExactly("BEGIN:VCALENDAR", "VERSION:2.0",
				"PRODID:-//Resim//Appointments//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
				"UID:SV-7K4M-29QD@esim.example.com", "SEQUENCE:0", "DTSTAMP:20260804T053107Z",
				"LAST-MODIFIED:20260804T053107Z", "DTSTART:20260805T070000Z", "DTEND:20260805T072000Z",
				"SUMMARY:Tidewire Central", "LOCATION:Shop 12\\, 1 Invented Quay\\, Central", "GEO:22.2869;114.1612",
				"DESCRIPTION:Bring the original.", "URL:https://esim.example.com/visits/SV-7K4M-29QD",
				"STATUS:CONFIRMED", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT2H", "DESCRIPTION:Tidewire Central",
				"END:VALARM", "END:VEVENT", "END:VCALENDAR");
	}

	@Test
	void afterAMoveTheSameEntryHasAHigherNumber() {
		assertThat(lines(file(3, "", false))).contains("UID:SV-7K4M-29QD@esim.example.com", "SEQUENCE:3");
	}

	@Test
	void cancelledItTakesTheEntryAway() {
		assertThat(lines(file(1, "", true))).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1")
			.doesNotContain("BEGIN:VALARM");
	}

	@Test
	void whatMeansSomethingInTheFileIsEscaped() {
		assertThat(lines(file(0, "a;b,c\\d\r\ne\u0007f\nEND:VEVENT", false)))
			.contains("DESCRIPTION:a\\;b\\,c\\\\d\\ne f\\nEND:VEVENT")
			.filteredOn("END:VEVENT"::equals)
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bring the identity document that you photographed, the original, and this reference.",
			"請帶備你拍攝過的身份證明文件正本，以及這個參考編號。店員會查看文件，然後替你完成申請，需時約十五分鐘。",
			"Возьмите с собой оригинал документа, удостоверяющего личность, который вы фотографировали, и номер заявки.",
			"👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦" })
	void longLinesAreFoldedBetweenCharacters(String text) {
		String content = file(0, text, false).content();

		assertThat(content.split("\r\n"))
			.allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(content).doesNotContain("\uFFFD").matches("(?s)([^\r\n]*\r\n)+");
		assertThat(content.replace("\r\n ", "")).contains("DESCRIPTION:" + text.replace(",", "\\,"));
		assertThat(new String(content.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(content);
	}

	private static List<String> lines(CalendarFile file) {
		return List.of(file.content().replace("\r\n ", "").split("\r\n"));
	}

	private static CalendarFile file(int revision, String text, boolean cancelled) {
		return new CalendarFile("SV-7K4M-29QD", "esim.example.com", revision, CHANGED,
				Instant.parse("2026-08-05T07:00:00Z"), Instant.parse("2026-08-05T07:20:00Z"), "Tidewire Central",
				"Shop 12, 1 Invented Quay, Central", new Store.Place(22.2869, 114.1612), text,
				"https://esim.example.com/visits/SV-7K4M-29QD", cancelled);
	}

}
