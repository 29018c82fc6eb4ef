package app.resim.ui.customer;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Art;
import app.resim.ui.Disclosure;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.RailSection;
import app.resim.ui.ReadyList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.StartFacts;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * The first page, for people who have not signed in: what this is, what it takes, and
 * what can be done without the phone.
 */
@Route(value = "", layout = ShellLayout.class)
@AnonymousAllowed
class StartView extends Page {

	private static final String LINES = "/lines";

	private final boolean severalBrands;

	StartView(Visits visits, Catalogue catalogue) {
		super(visits.current());
		this.severalBrands = catalogue.brands().size() > 1;
		title(text("start.title"));
		withoutRail();
		add(hero(), new StartFacts(visit()).row(), split());
	}

	private Component hero() {
		var words = new Div(new H1(text("start.heading")), Prose.paragraph(text("start.lead"), "lead"),
				new Acts(Act.go(text("start.begin"), LINES).named("start"), Link.alone(LINES, text("start.resume"))));
		if (this.severalBrands) {
			words.add(Prose.paragraph(text("start.of", brand().name()), "sub"),
					Link.alone("/operator", text("start.choose")));
		}
		words.addClassName("text");
		var hero = new Div(words, Art.HOME.draw());
		hero.addClassName("hero");
		return hero;
	}

	private Component split() {
		var words = new Div(stop(), new Stack(text("start.ready"), ready()), without(), goodToKnow());
		words.addClassNames("stack", "loose");
		var help = new Div(new RailSection(text("start.borrowed"), text("start.borrowed.text")), help(), notMe());
		help.addClassName("rail");
		var split = new Div(words, help);
		split.addClassName("split");
		return split;
	}

	private Component stop() {
		return Notice.danger(text("start.stop"), text("start.stop.text"))
			.act(Act.go(text("start.stop.act"), LINES).stop().named("stop-line"));
	}

	private ReadyList ready() {
		return new ReadyList()
			.item(Icons.ID_CARD, text("start.ready.document"),
					text("start.ready.document.text", new StartFacts(visit()).documents()))
			.item(Icons.PHONE, text("start.ready.phone"), text("start.ready.phone.text"))
			.item(Icons.MAIL, text("start.ready.mail"), text("start.ready.mail.text"))
			.item(Icons.WIFI, text("start.ready.wifi"), text("start.ready.wifi.text"));
	}

	private Component without() {
		return new Stack(text("start.without"), new PlainList(text("start.without.1"), text("start.without.2"),
				text("start.without.3"), text("start.without.4")));
	}

	private Component goodToKnow() {
		return new Stack(text("start.good-to-know"),
				Disclosure.group(more("start.what"), more("start.fraud"), more("start.backup"), more("start.old")));
	}

	private Disclosure more(String key) {
		return new Disclosure(text(key), text(key + ".text"));
	}

	private Brand brand() {
		return visit().brand();
	}

}
