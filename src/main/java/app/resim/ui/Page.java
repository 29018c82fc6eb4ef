package app.resim.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * What stands between the header and the footer: the way back, the main part and the
 * rail. Flow views extend it, plain pages make one.
 *
 * <p>
 * A view that asks something calls {@link #refuse} when the answer cannot be taken: the
 * title, the summary, the focus and the fields follow.
 */
public class Page extends Component implements HasDynamicTitle {

	private final Visit visit;

	private String about = "";

	private final Div columns = new Div();

	private final Main main = new Main();

	private final List<Problem> problems = new ArrayList<>();

	private String title = "";

	/**
	 * An empty page with a rail.
	 * @param visit who looks at it
	 */
	public Page(Visit visit) {
		super(new Element("div"));
		this.visit = visit;
		getElement().setAttribute("class", "wrap body");
		this.main.setId("main");
		this.main.getElement().setAttribute("tabindex", "-1");
		this.columns.addClassName("cols");
		this.columns.add(this.main, Rail.of(visit));
		getElement().appendChild(this.columns.getElement());
	}

	/**
	 * The page's name in the browser's tab, usually its heading.
	 * @param title without the brand
	 */
	public final void title(String title) {
		this.title = title;
	}

	/**
	 * The link to the page before, in place of an earlier one.
	 * @param href path of ours beginning with a slash
	 */
	public final void back(String href) {
		var link = new Anchor();
		link.addClassName("back");
		link.getElement().setAttribute("href", href).setAttribute("id", "back");
		if (Link.leavesFlow(href)) {
			link.getElement().setAttribute("router-ignore", true);
		}
		link.add(Icons.ARROW_BACK.draw(), Prose.span(text("shell.back")));
		var nav = new Nav(link);
		nav.getElement().setAttribute("aria-label", text("shell.back"));
		getElement().getChildren()
			.filter(part -> part.getTag().equals("nav"))
			.toList()
			.forEach(Element::removeFromParent);
		getElement().insertChild(0, nav.getElement());
		getElement().getClassList().add("hasback");
	}

	/**
	 * Adds to the main part.
	 * @param parts in order
	 */
	public final void add(Component... parts) {
		this.main.add(parts);
	}

	/**
	 * Empties the main part.
	 */
	public final void clear() {
		this.problems.clear();
		this.main.removeAll();
	}

	/**
	 * Lets readers begin anew, after the main part has become another one.
	 */
	public final void begin() {
		this.main.getElement().callJsFunction("focus");
	}

	/**
	 * A section at the top of the rail, for example about the request.
	 * @param section what
	 */
	public final void rail(RailSection section) {
		this.columns.getChildren()
			.filter(Rail.class::isInstance)
			.forEach(rail -> rail.getElement().insertChild(0, section.getElement()));
	}

	/**
	 * Leads from the rail's help to the answer that this page makes people ask for, in
	 * place of an earlier one.
	 * @param question the end of its address below {@code /help}
	 */
	public final void explainedBy(String question) {
		this.columns.getChildren()
			.filter(Rail.class::isInstance)
			.map(Rail.class::cast)
			.forEach(rail -> rail
				.about(Link.alone(Rail.HELP + "/" + question, text("help." + question, this.visit.brand().name()))));
	}

	/**
	 * The rail's section about calling for help, for pages that place it themselves.
	 * @return a new section
	 */
	public final RailSection help() {
		return Rail.help(this.visit);
	}

	/**
	 * The rail's section about requests that somebody else has made, for pages that place
	 * it themselves.
	 * @return a new section
	 */
	public final RailSection notMe() {
		return Rail.notMe(this.visit);
	}

	/**
	 * Takes the rail away, for pages that need the width or carry their own help.
	 */
	public final void withoutRail() {
		this.columns.getChildren().filter(Rail.class::isInstance).toList().forEach(this.columns::remove);
		this.columns.addClassName("one");
	}

	/**
	 * Refuses an answer.
	 * @param field where
	 * @param message one sentence that says how to put it right
	 */
	public final void refuse(Field field, String message) {
		refuse(List.of(new Problem(field, message)));
	}

	/**
	 * Refuses several answers.
	 * @param found what is wrong, in the order of the fields
	 */
	public final void refuse(List<Problem> found) {
		accept();
		this.problems.addAll(found);
		this.problems.forEach(problem -> problem.field().refuse(problem.message()));
		this.main.addComponentAsFirst(new ErrorSummary(this.visit.words(), found));
		showTitle();
	}

	/**
	 * Takes all errors away.
	 */
	public final void accept() {
		this.problems.forEach(problem -> problem.field().accept());
		this.problems.clear();
		this.main.getChildren().filter(ErrorSummary.class::isInstance).toList().forEach(this.main::remove);
		showTitle();
	}

	/**
	 * Says of which kind of thing the page speaks: texts that have a twin for it are
	 * taken from here on.
	 * @param kind for example {@code card}; empty for none
	 */
	protected final void about(String kind) {
		this.about = kind;
	}

	/**
	 * One text in the reader's language.
	 * @param key for example {@code shell.continue}
	 * @param args fill {@code {0}}, {@code {1}} …
	 * @return the text
	 */
	public final String text(String key, Object... args) {
		return this.visit.words().textAbout(this.about, key, args);
	}

	public final Visit visit() {
		return this.visit;
	}

	public final Words words() {
		return this.visit.words();
	}

	public final Times times() {
		return this.visit.times();
	}

	/**
	 * The whole title.
	 * @return for example {@code Error: Your lines – Tidewire Mobile}
	 */
	@Override
	public final String getPageTitle() {
		String full = this.title.isEmpty() ? this.visit.brand().name()
				: text("shell.title", this.title, this.visit.brand().name());
		return this.problems.isEmpty() ? full : text("shell.error-prefix") + " " + full;
	}

	/**
	 * After a change of page inside the application, readers begin with the main part, as
	 * they do when a browser loads a page.
	 */
	@Override
	protected void onAttach(AttachEvent event) {
		super.onAttach(event);
		if (ComponentUtil.getData(event.getUI(), Page.class) != null) {
			begin();
		}
		ComponentUtil.setData(event.getUI(), Page.class, this);
	}

	private void showTitle() {
		getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
	}

}
