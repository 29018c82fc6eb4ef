package app.resim.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * Sentences in which a few words stand out: {@code **bold**} and {@code `code`} in a text
 * file become elements. Everything else stays text, also what was filled in.
 */
public final class Prose {

	private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`");

	private Prose() {
	}

	/**
	 * A paragraph.
	 * @param text with marks
	 * @param classes of the style sheet
	 * @return the paragraph
	 */
	public static Paragraph paragraph(String text, String... classes) {
		Paragraph paragraph = into(new Paragraph(), text);
		paragraph.addClassNames(classes);
		return paragraph;
	}

	/**
	 * A part of a sentence.
	 * @param text with marks
	 * @param classes of the style sheet
	 * @return the part
	 */
	public static Span span(String text, String... classes) {
		Span span = into(new Span(), text);
		span.addClassNames(classes);
		return span;
	}

	/**
	 * Bold words.
	 * @param text as it is, without marks
	 * @return the element
	 */
	public static Component strong(String text) {
		return element("strong", text);
	}

	/**
	 * Words for those who listen: not seen, but read out.
	 * @param text as it is, without marks
	 * @return the element
	 */
	public static Span unseen(String text) {
		var span = new Span(text);
		span.addClassName("vh");
		return span;
	}

	/**
	 * A number that must neither be broken nor mirrored, for example a phone number.
	 * @param number as it is
	 * @return the element
	 */
	public static Span number(String number) {
		var span = new Span(number);
		span.addClassName("num");
		span.getElement().setAttribute("dir", "ltr");
		return span;
	}

	/**
	 * What a person has typed, as it is: marks in it mean nothing.
	 * @param typed with line breaks
	 * @return the text
	 */
	public static Span verbatim(String typed) {
		var span = new Span();
		span.setText(typed);
		span.addClassName("verbatim");
		return span;
	}

	static <C extends HasComponents> C into(C parent, String text) {
		parent.add(parts(text));
		return parent;
	}

	private static List<Component> parts(String text) {
		List<Component> parts = new ArrayList<>();
		int end = 0;
		for (MatchResult mark : MARKED.matcher(text).results().toList()) {
			plain(parts, text.substring(end, mark.start()));
			parts.add((mark.group(1) != null) ? strong(mark.group(1)) : code(mark.group(2)));
			end = mark.end();
		}
		plain(parts, text.substring(end));
		return parts;
	}

	private static void plain(List<Component> parts, String text) {
		if (!text.isEmpty()) {
			parts.add(new Text(text));
		}
	}

	private static Component code(String text) {
		Component code = element("b", text);
		code.getElement().setAttribute("class", "code").setAttribute("dir", "ltr");
		return code;
	}

	static Component element(String tag, String text) {
		return new Plain(new Element(tag).setText(text));
	}

	/** An HTML element that Flow has no class for. */
	static final class Plain extends Component implements HasComponents {

		Plain(Element element) {
			super(element);
		}

	}

}
