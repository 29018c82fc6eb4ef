package app.resim.ui;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;

import org.springframework.stereotype.Component;

/**
 * Puts the warning that a session ends soon beside the Flow pages of whoever is signed
 * in. It is a plain script and not part of Flow: it has to work when no event comes.
 */
@Component
class SessionWarning {

	private final Visits visits;

	private final Look look;

	SessionWarning(Visits visits, Look look) {
		this.visits = visits;
		this.look = look;
	}

	/**
	 * Adds the warning and its script.
	 * @param response the page around Flow
	 */
	void dress(IndexHtmlResponse response) {
		Visit visit = this.visits.current();
		if (visit.reader() instanceof Visit.Reader.Stranger) {
			return;
		}
		Element warning = response.getDocument()
			.body()
			.appendElement("dialog")
			.id("staying")
			.attr("role", "alertdialog")
			.attr("aria-labelledby", "staying-title")
			.attr("aria-describedby", "staying-text");
		warning.appendElement("h2").id("staying-title").text(visit.text("seats.staying"));
		warning.appendElement("p").id("staying-text");
		Element acts = warning.appendElement("div").addClass("acts");
		button(acts, "stay", visit.text("seats.staying.stay"));
		button(acts, "stay-understood", visit.text("seats.staying.understood"));
		response.getDocument()
			.head()
			.appendElement("script")
			.attr("type", "module")
			.attr("src", this.look.stayingAddress());
	}

	private static void button(Element acts, String id, String text) {
		acts.appendElement("button").id(id).attr("type", "button").addClass("btn").text(text);
	}

}
