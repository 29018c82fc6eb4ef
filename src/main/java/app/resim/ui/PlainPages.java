package app.resim.ui;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import org.jsoup.nodes.Document;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes pages as HTML that needs neither Flow nor a script: the sign-in and whatever
 * must work when little else does. The components are those of the Flow pages; of their
 * listeners nothing is left, so only links and posted forms act.
 */
@Component
public class PlainPages {

	private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

	private final Look look;

	PlainPages(Look look) {
		this.look = look;
	}

	/**
	 * Answers with a page.
	 * @param page what stands between header and footer
	 * @return the answer
	 */
	public ResponseEntity<String> show(Page page) {
		return show(page, HttpStatus.OK);
	}

	/**
	 * Answers with a page about something that went otherwise.
	 * @param page what stands between header and footer
	 * @param status of the answer
	 * @return the answer
	 */
	public ResponseEntity<String> show(Page page, HttpStatus status) {
		return ResponseEntity.status(status).contentType(HTML).body(html(page));
	}

	/**
	 * Answers with a page that the browser loads again and again.
	 * @param page what stands between header and footer
	 * @param every in whole seconds
	 * @return the answer
	 */
	public ResponseEntity<String> showRefreshing(Page page, Duration every) {
		return ResponseEntity.ok()
			.contentType(HTML)
			.header("Refresh", Long.toString(every.toSeconds()))
			.body(html(page));
	}

	/**
	 * Leads to another page after something was done, so that reloading repeats nothing.
	 * @param path of ours
	 * @return the answer
	 */
	public ResponseEntity<String> lead(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
	}

	private String html(Page page) {
		Frame frame = Frame.around(page.visit());
		frame.show(page);
		var html = new Element("html").setAttribute("lang", page.words().language().tag());
		html.appendChild(head(page), new Element("body").appendChild(frame.getElement()));
		var document = new Document("");
		// indenting would put blanks into text areas and between words
		document.outputSettings().prettyPrint(false);
		document.appendChild(ElementUtil.toJsoup(document, html));
		return "<!DOCTYPE html>\n" + document.outerHtml();
	}

	private Element head(Page page) {
		return new Element("head").appendChild(new Element("meta").setAttribute("charset", "utf-8"),
				meta("viewport", "width=device-width, initial-scale=1, viewport-fit=cover"),
				meta("color-scheme", "light dark"), meta("format-detection", "telephone=no"),
				new Element("title").setText(page.getPageTitle()),
				link("stylesheet", this.look.sheetAddress(page.visit().brand())),
				link("icon", this.look.markAddress(page.visit().brand())));
	}

	private static Element meta(String name, String content) {
		return new Element("meta").setAttribute("name", name).setAttribute("content", content);
	}

	private static Element link(String rel, String href) {
		return new Element("link").setAttribute("rel", rel).setAttribute("href", href);
	}

}
