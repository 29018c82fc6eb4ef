package app.resim.ui;

import app.resim.catalogue.Store;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

import org.springframework.stereotype.Component;

/**
 * How far the places on a plain page are. The browser asks its owner, after a press of
 * the button, and computes it by itself: where they are reaches nobody. Without a script
 * the button stays hidden.
 */
@Component
public class Distances {

	private final Look look;

	Distances(Look look) {
		this.look = look;
	}

	/**
	 * The button, above an ordered list whose entries hold one {@link #to} each.
	 * @param page on which it stands
	 * @return the button, hidden until the script has run
	 */
	public Div ask(Page page) {
		var word = Prose.paragraph("", "soft", "small");
		word.getElement().setAttribute("role", "status");
		var asking = new Div(new Acts(Act.press(page.text("shops.far.ask"), () -> {
		}).quiet().icon(Icons.LOST).named("far")), Prose.paragraph(page.text("shops.far.text"), "soft", "small"), word);
		asking.addClassName("stack");
		Element element = asking.getElement();
		element.setAttribute("hidden", true).setAttribute("data-distances", true);
		element.setAttribute("data-metres", page.text("shops.far.metres", "#"))
			.setAttribute("data-kilometres", page.text("shops.far.kilometres", "#"));
		for (String state : new String[] { "busy", "done", "refused", "unknown" }) {
			element.setAttribute("data-" + state, page.text("shops.far." + state));
		}
		element.appendChild(
				new Element("script").setAttribute("type", "module").setAttribute("src", this.look.distancesAddress()));
		return asking;
	}

	/**
	 * Where the distance of a place is written.
	 * @param place on the globe
	 * @return an empty line, hidden until it is known
	 */
	public Paragraph to(Store.Place place) {
		var far = new Paragraph();
		far.getElement()
			.setAttribute("hidden", true)
			.setAttribute("data-latitude", Double.toString(place.latitude()))
			.setAttribute("data-longitude", Double.toString(place.longitude()));
		return far;
	}

}
