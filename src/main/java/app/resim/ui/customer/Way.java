package app.resim.ui.customer;

import java.util.List;
import java.util.Locale;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Cards;
import app.resim.catalogue.SimWay;
import app.resim.request.Phase;
import app.resim.request.Question;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;

/**
 * Where the pages of a customer are, and which one comes next. Addresses begin with a
 * slash and hold no more than a request's reference.
 */
final class Way {

	/** The customer's lines. */
	static final String LINES = "/lines";

	private static final String CHANGE = "change";

	private static final String MISSING = "missing";

	private Way() {
	}

	/**
	 * The page on which a request goes on.
	 * @param request any request
	 * @return the first open question of a draft, else how far it has come
	 */
	static String to(RequestView request) {
		if (request.phase() != Phase.DRAFT) {
			return status(request.reference());
		}
		if (request.person().stopped().isPresent()) {
			return inPerson(request.reference());
		}
		boolean explained = request.next() == Question.DEVICE && request.device().isPresent();
		return explained ? deviceAnswer(request.reference()) : to(request.reference(), request.next());
	}

	static String to(RequestReference reference, Question question) {
		return status(reference) + "/" + question.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A question whose answer leads straight back to the check.
	 */
	static String changing(RequestReference reference, Question question) {
		return changing(to(reference, question));
	}

	static String changing(String href) {
		return href + "?" + CHANGE;
	}

	static boolean isChanging(BeforeEnterEvent event) {
		return event.getLocation().getQueryParameters().getParameters().containsKey(CHANGE);
	}

	/**
	 * A question that was left open, which the page then says.
	 */
	static String missing(RequestReference reference, Question question) {
		return to(reference, question) + "?" + MISSING;
	}

	static boolean isMissing(BeforeEnterEvent event) {
		return event.getLocation().getQueryParameters().getParameters().containsKey(MISSING);
	}

	/** What to do with a device that is not surely compatible. */
	static String deviceAnswer(RequestReference reference) {
		return to(reference, Question.DEVICE) + "/answer";
	}

	static String tooOften(RequestReference reference) {
		return status(reference) + "/too-often";
	}

	static String status(RequestReference reference) {
		return "/requests/" + reference;
	}

	/** How physical cards come to their owners; empty where there are none. */
	static List<SimWay> cards(Brand brand) {
		return brand.cards().map(Cards::ways).orElse(List.of());
	}

	/** Why somebody has to come to a shop. */
	static String inPerson(RequestReference reference) {
		return status(reference) + "/in-person";
	}

	/** Where a physical card is collected or taken into use. */
	static String card(RequestReference reference) {
		return status(reference) + "/card";
	}

	/**
	 * The word under which texts about its kind of SIM stand.
	 * @param request any
	 * @return empty for an eSIM
	 */
	static String kind(RequestView request) {
		return switch (request.kind()) {
			case ESIM -> "";
			case CARD -> "card";
		};
	}

	static String esim(RequestReference reference) {
		return status(reference) + "/esim";
	}

	/**
	 * Asks before a line is stopped.
	 * @param place of the line in the list of lines, from 1: a number of a phone never
	 * stands in an address
	 */
	static String stop(int place) {
		return LINES + "/stop?line=" + place;
	}

	/**
	 * Where a line is locked against replacement.
	 * @param place of the line in the list of lines, from 1
	 */
	static String lock(int place) {
		return LINES + "/lock?line=" + place;
	}

	/**
	 * Goes to a page.
	 * @param ui the browser's tab
	 * @param href one of these addresses
	 */
	static void go(UI ui, String href) {
		var location = new Location(href.substring(1));
		ui.navigate(location.getPath(), location.getQueryParameters());
	}

	/**
	 * Goes to another page instead of the one being entered.
	 * @param event the entering
	 * @param href one of these addresses
	 */
	static void forward(BeforeEnterEvent event, String href) {
		var location = new Location(href.substring(1));
		event.forwardTo(location.getPath(), location.getQueryParameters());
	}

}
