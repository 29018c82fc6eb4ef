package app.resim.ui.backoffice;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.request.Worklist;
import app.resim.request.Worklist.Part;
import app.resim.ui.Link;
import app.resim.ui.Prose;
import app.resim.ui.Words;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/**
 * Links that show a part of the worklist, each with how many it holds, and links that
 * leave only one reason.
 */
final class ShownLinks extends Div {

	private final Words words;

	private final Map<Part, Anchor> links = new EnumMap<>(Part.class);

	private final Map<Part, Span> counts = new EnumMap<>(Part.class);

	private final Map<Optional<Reason>, Anchor> reasons = new LinkedHashMap<>();

	ShownLinks(Words words) {
		this.words = words;
		addClassName("stack");
		add(parts(), reasons());
	}

	private Nav parts() {
		Nav nav = nav("backoffice.show", "filters");
		for (Part part : Part.values()) {
			var link = new Link(Shown.ALL.with(part).href(), this.words.text("backoffice.show." + Shown.key(part)));
			link.setId("show-" + Shown.key(part));
			Span count = Prose.number("");
			link.add(count);
			this.links.put(part, link);
			this.counts.put(part, count);
			nav.add(link);
		}
		return nav;
	}

	private Nav reasons() {
		Nav nav = nav("backoffice.show.reason", "reasons");
		var labels = new Labels(this.words);
		this.reasons.put(Optional.empty(), new Link(Paths.WORKLIST, this.words.text("backoffice.show.any-reason")));
		for (Reason reason : Reason.values()) {
			this.reasons.put(Optional.of(reason), new Link(Paths.WORKLIST, labels.reason(reason)));
		}
		this.reasons.forEach((reason, link) -> {
			link.setId("reason-" + reason.map(Shown::key).orElse("any"));
			nav.add(link);
		});
		return nav;
	}

	private Nav nav(String label, String className) {
		var nav = new Nav();
		nav.addClassName(className);
		nav.getElement().setAttribute("aria-label", this.words.text(label));
		return nav;
	}

	void show(Shown now, Map<Part, Integer> held) {
		this.links.forEach((part, link) -> mark(link, now.with(part), part == now.part()));
		this.reasons.forEach((reason, link) -> mark(link, now.with(reason), reason.equals(now.reason())));
		held.forEach((part, count) -> this.counts.getOrDefault(part, new Span()).setText(said(count)));
	}

	private String said(int count) {
		return (count < Worklist.COUNTED) ? Integer.toString(count)
				: this.words.text("backoffice.show.many", count - 1);
	}

	private static void mark(Anchor link, Shown leadsTo, boolean current) {
		link.getElement().setAttribute("href", leadsTo.href());
		if (current) {
			link.getElement().setAttribute("aria-current", "true");
		}
		else {
			link.getElement().removeAttribute("aria-current");
		}
	}

}
