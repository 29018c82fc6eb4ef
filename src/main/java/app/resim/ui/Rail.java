package app.resim.ui;

import com.vaadin.flow.component.html.Aside;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the same place on every page: help, and the way to stop what somebody
 * else began.
 */
final class Rail extends Aside {

	/** Where the questions and answers stand. */
	static final String HELP = "/help";

	private final RailSection help;

	private @Nullable Link about;

	private Rail(Visit visit) {
		addClassName("rail");
		getElement().setAttribute("aria-label", visit.text("shell.rail"));
		this.help = help(visit);
		add(this.help, notMe(visit));
	}

	/** Leads to the answer that belongs to the page, in place of an earlier one. */
	void about(Link answer) {
		if (this.about != null) {
			this.about.removeFromParent();
		}
		this.about = answer;
		this.help.addComponentAtIndex(this.help.getComponentCount() - 1, answer);
	}

	static Rail of(Visit visit) {
		return new Rail(visit);
	}

	static RailSection help(Visit visit) {
		String number = PhoneNumbers.spaced(visit.brand().hotline());
		String hours = visit.times().hours(visit.brand().hotlineHours());
		String key = switch (visit.brand().standing()) {
			case INVENTED -> "shell.help.demo";
			case OWN, EXAMPLE -> visit.brand().mark("hotline").isExample() ? "shell.help.example" : "shell.help.call";
		};
		return new RailSection(visit.text("shell.help"), visit.text(key, number, hours),
				Link.alone(HELP, visit.text("shell.help.all")));
	}

	static RailSection notMe(Visit visit) {
		return new RailSection(visit.text("shell.not-me"), visit.text("shell.not-me.text"),
				Link.alone("/help/not-me", visit.text("shell.not-me.link")));
	}

}
