package app.resim.notification.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.resim.notification.port.Email;

import org.springframework.web.util.HtmlUtils;

/**
 * The same words as HTML: paragraphs, line breaks and links, nothing fetched from
 * anywhere.
 */
final class HtmlTwin {

	private static final Pattern PARAGRAPH_END = Pattern.compile("\n\\s*\n");

	private static final Pattern LINK = Pattern.compile("https?://\\S+");

	private HtmlTwin() {
	}

	static String of(Email email) {
		String paragraphs = Arrays.stream(PARAGRAPH_END.split(email.text().strip()))
			.map(HtmlTwin::paragraph)
			.collect(Collectors.joining("\n"));
		return """
				<!doctype html>
				<html lang="%s">
				<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title></head>
				<body style="font: 17px/1.55 system-ui, sans-serif; max-width: 36em; margin: 0 auto; padding: 16px">
				%s
				</body>
				</html>
				""".formatted(email.language().toLanguageTag(), escaped(email.subject()), paragraphs);
	}

	private static String paragraph(String text) {
		String linked = LINK.matcher(escaped(text)).replaceAll("<a href=\"$0\">$0</a>");
		return "<p>" + linked.replace("\n", "<br>\n") + "</p>";
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
