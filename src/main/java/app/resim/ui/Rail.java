package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;

/**
 * What stands in the same place on every page: help, and the way to stop what somebody
 * else began.
 */
final class Rail extends Aside {

	private Rail(Visit visit) {
		addClassName("rail");
		getElement().setAttribute("aria-label", visit.text("shell.rail"));
		add(help(visit), notMe(visit));
	}

	static Component of(Visit visit) {
		return new Rail(visit);
	}

	static RailSection help(Visit visit) {
		String number = PhoneNumbers.spaced(visit.brand().hotline());
		String hours = visit.times().hours(visit.brand().hotlineHours());
		String key = switch (visit.brand().standing()) {
			case INVENTED -> "shell.help.demo";
			case OWN, EXAMPLE -> visit.brand().mark("hotline").isExample() ? "shell.help.example" : "shell.help.call";
		};
		return new RailSection(visit.text("shell.help"), visit.text(key, number, hours));
	}

	static RailSection notMe(Visit visit) {
		return new RailSection(visit.text("shell.not-me"), visit.text("shell.not-me.text"),
				Link.alone("/help/not-me", visit.text("shell.not-me.link")));
	}

}
