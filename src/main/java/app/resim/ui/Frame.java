package app.resim.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import app.resim.catalogue.Standing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;

/**
 * Header and footer around a page: skip link, what a demonstration says about itself,
 * brand, languages, sign-out, the links that stand on every page.
 */
final class Frame extends Div {

	/** The mark, on a grid of 34. */
	static final String WAVES = "M7 14.300c3.300-4.300 6.700-4.300 10 0s6.700 4.300 10 0M7 21.300c3.300-4.300 6.700-4.300 10 0s6.700 4.300 10 0";

	private final Visit visit;

	private final Map<Language, Anchor> languages = new EnumMap<>(Language.class);

	private final Div word = new Div();

	private final Div slot = new Div();

	private boolean shown;

	private Frame(Visit visit, List<Anchor> menu) {
		this.visit = visit;
		boolean staff = visit.reader() instanceof Visit.Reader.Colleague;
		addClassName("frame");
		if (staff) {
			addClassName("staff");
		}
		this.slot.addClassName("slot");
		this.word.addClassNames("wrap", "word");
		add(skip(), header(menu), this.slot, footer(staff));
		point(visit.here());
	}

	static Frame around(Visit visit) {
		return new Frame(visit, List.of());
	}

	static Frame around(Visit visit, List<Anchor> menu) {
		return new Frame(visit, menu);
	}

	/**
	 * Shows a page.
	 * @param page instead of the one before
	 */
	void show(Component page) {
		if (this.shown) {
			this.word.removeFromParent();
		}
		this.shown = true;
		this.slot.removeAll();
		this.slot.add(page);
	}

	/** Says above the first page why it was loaded again. */
	void loadedAgain() {
		tell(Notice.info(Icons.CLOCK, text("shell.again"), text("shell.again.text")));
	}

	/**
	 * Says above the first page that it is another operator's than the one before.
	 * @param before name of the brand whose pages somebody saw before signing in
	 */
	void anotherBrand(String before) {
		String own = this.visit.brand().name();
		tell(Notice.info(Icons.INFO, this.visit.text("operator.another", own),
				this.visit.text("operator.another.text", before, own)));
	}

	private void tell(Notice notice) {
		this.word.add(notice.announced());
		addComponentAtIndex(indexOf(this.slot), this.word);
	}

	/**
	 * Makes the language links lead back to the page that is shown.
	 * @param here path and query
	 */
	void point(String here) {
		String bare = here.replaceAll("([?&])" + LanguageChoice.PARAMETER + "=[^&]*&?", "$1").replaceAll("[?&]$", "");
		String start = bare + (bare.contains("?") ? "&" : "?") + LanguageChoice.PARAMETER + "=";
		this.languages.forEach((language, link) -> link.getElement().setAttribute("href", start + language.tag()));
	}

	private Anchor skip() {
		var link = new Anchor();
		link.addClassName("skip");
		link.setText(text("shell.skip"));
		link.getElement().setAttribute("href", "#main").setAttribute("router-ignore", true);
		// Flow's base address would make "#main" lead to another page
		link.getElement()
			.addEventListener("click",
					event -> this.slot.getChildren()
						.findFirst()
						.ifPresent(page -> page.getChildren().forEach(Frame::focusMain)))
			.preventDefault();
		return link;
	}

	private static void focusMain(Component part) {
		if (part.getId().filter("main"::equals).isPresent()) {
			part.getElement().callJsFunction("focus");
		}
		part.getChildren().forEach(Frame::focusMain);
	}

	private Header header(List<Anchor> menu) {
		var bar = new Div(brand());
		bar.addClassName("wrap");
		if (!menu.isEmpty()) {
			bar.add(menu(menu));
		}
		bar.add(account());
		var top = new Div(bar);
		top.addClassName("top");
		var header = new Header();
		if (this.visit.brand().invented()) {
			header.add(ribbon());
		}
		header.add(top);
		return header;
	}

	private Div ribbon() {
		boolean example = this.visit.brand().standing() == Standing.EXAMPLE;
		var words = new Paragraph(Prose.element("b", text(example ? "shell.example" : "shell.demo")),
				new Span(
						Prose.span(example ? this.visit.text("shell.example.text", this.visit.brand().name())
								: text("shell.demo.text")),
						new Text(" "), new Link("/demo/messages", text("shell.demo.messages")), new Text(" "),
						new Link("/demo/pictures", text("shell.demo.pictures")), new Text(" "),
						new Link("/demo/phone", text("shell.demo.phone")), new Text(" "),
						new Link("/demo/staff", text("shell.demo.staff"))));
		words.addClassName("wrap");
		var ribbon = new Div(words);
		ribbon.addClassName("demo");
		return ribbon;
	}

	private Anchor brand() {
		var mark = new Span();
		mark.addClassName("mark");
		mark.getElement()
			.setAttribute("aria-hidden", "true")
			.setProperty("innerHTML",
					"""
							<svg viewBox='0 0 34 34'><rect width='34' height='34' rx='10'/>\
							<path d='M7 14.300c3.300-4.300 6.700-4.300 10 0s6.700 4.300 10 0M7 21.300c3.300-4.300 6.700-4.300 10 0s6.700 4.300 10 0'/></svg>""");
		var brand = new Anchor();
		brand.addClassName("brand");
		brand.getElement().setAttribute("href", "/");
		brand.add(mark, new Span(this.visit.brand().name()));
		return brand;
	}

	private Nav menu(List<Anchor> links) {
		var nav = new Nav();
		nav.addClassName("menu");
		nav.getElement().setAttribute("aria-label", text("shell.menu"));
		links.forEach(nav::add);
		return nav;
	}

	private Nav account() {
		var nav = new Nav(languages());
		nav.addClassName("account");
		nav.getElement().setAttribute("aria-label", text("shell.account"));
		switch (this.visit.reader()) {
			case Visit.Reader.Stranger() -> {
			}
			case Visit.Reader.Customer() -> nav.add(signOut());
			case Visit.Reader.Colleague(String name) -> {
				var who = new Span(Icons.PERSON.draw(), new Span(name));
				who.addClassName("who");
				nav.add(who, signOut());
			}
		}
		return nav;
	}

	private Component languages() {
		var summary = new Prose.Plain(new Element("summary"));
		summary.add(Icons.GLOBE.draw(), Prose.unseen(text("shell.language")),
				new Span(this.visit.words().nameOf(this.visit.words().language())));
		var list = new UnorderedList();
		for (Language language : Language.offered(this.visit.brand())) {
			list.add(new ListItem(languageLink(language)));
		}
		var choice = new Prose.Plain(new Element("details").setAttribute("class", "languages"));
		choice.add(summary, list);
		return choice;
	}

	private Anchor languageLink(Language language) {
		var link = new Anchor();
		link.setText(this.visit.words().nameOf(language));
		link.getElement()
			.setAttribute("lang", language.tag())
			.setAttribute("hreflang", language.tag())
			.setAttribute("router-ignore", true);
		if (language == this.visit.words().language()) {
			link.getElement().setAttribute("aria-current", "true");
		}
		this.languages.put(language, link);
		return link;
	}

	private Form signOut() {
		Act button = Act.submit(text("shell.sign-out")).named("sign-out");
		button.setClassName("plainly");
		return Form.post(this.visit, SignInPaths.OUT, button);
	}

	private Footer footer(boolean staff) {
		var bar = new Div();
		bar.addClassName("wrap");
		List<Component> parts = new ArrayList<>();
		for (String page : List.of("privacy", "accessibility", "terms", "source")) {
			parts.add(new Link("/" + page, text("shell." + page)));
		}
		if (!(this.visit.reader() instanceof Visit.Reader.Stranger)) {
			parts.add(new Link(staff ? SessionController.STAFF_LIST : SessionController.LIST, text("seats.list")));
		}
		if (staff && this.visit.reader() instanceof Visit.Reader.Colleague) {
			parts.add(new Link(StaffProofPages.PROOF, text("seats.own")));
		}
		parts.add(new Span(text(staff ? "shell.footer.staff" : "shell.footer")));
		bar.add(parts);
		return new Footer(bar);
	}

	private String text(String key) {
		return this.visit.text(key);
	}

}
