package app.resim.ui;

import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import org.jsoup.nodes.Document;

/**
 * Writes a page as HTML that needs neither Flow nor a script: the sign-in and whatever
 * must work when little else does. The components are those of the Flow pages; of their
 * listeners nothing is left, so only links and posted forms act.
 */
public final class PlainPage {

	private final Visit visit;

	private final Page page;

	private Optional<Duration> refresh = Optional.empty();

	private PlainPage(Visit visit, Page page) {
		this.visit = visit;
		this.page = page;
	}

	/**
	 * A page in its frame.
	 * @param page what stands between header and footer
	 * @return the page, to be written
	 */
	public static PlainPage of(Page page) {
		return new PlainPage(page.visit(), page);
	}

	/**
	 * Lets the browser load the page again and again.
	 * @param every in whole seconds
	 * @return this
	 */
	public PlainPage refreshing(Duration every) {
		this.refresh = Optional.of(every);
		return this;
	}

	/**
	 * The whole document.
	 * @return HTML
	 */
	public String html() {
		Frame frame = Frame.around(this.visit);
		frame.show(this.page);
		var html = new Element("html").setAttribute("lang", this.visit.words().language().tag());
		html.appendChild(head(), new Element("body").appendChild(frame.getElement()));
		var document = new Document("");
		// indenting would put blanks into text areas and between words
		document.outputSettings().prettyPrint(false);
		document.appendChild(ElementUtil.toJsoup(document, html));
		return "<!DOCTYPE html>\n" + document.outerHtml();
	}

	private Element head() {
		var head = new Element("head").appendChild(new Element("meta").setAttribute("charset", "utf-8"),
				meta("viewport", "width=device-width, initial-scale=1, viewport-fit=cover"),
				meta("color-scheme", "light dark"), meta("format-detection", "telephone=no"),
				new Element("title").setText(this.page.getPageTitle()), link("stylesheet", "/app.css"),
				link("stylesheet", "/brand.css"), link("icon", "/favicon.svg"));
		this.refresh.ifPresent(every -> head.appendChild(new Element("meta").setAttribute("http-equiv", "refresh")
			.setAttribute("content", Long.toString(every.toSeconds()))));
		return head;
	}

	private static Element meta(String name, String content) {
		return new Element("meta").setAttribute("name", name).setAttribute("content", content);
	}

	private static Element link(String rel, String href) {
		return new Element("link").setAttribute("rel", rel).setAttribute("href", href);
	}

}
