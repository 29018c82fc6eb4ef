package app.resim.ui.backoffice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import app.resim.request.WorklistRow;
import app.resim.ui.Link;
import app.resim.ui.Prose;
import app.resim.ui.Words;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/**
 * Links that show a part of the worklist, each with how many it holds.
 */
final class ShownLinks extends Nav {

	private final Map<Shown, Anchor> links = new EnumMap<>(Shown.class);

	private final Map<Shown, Span> counts = new EnumMap<>(Shown.class);

	ShownLinks(Words words) {
		addClassName("filters");
		getElement().setAttribute("aria-label", words.text("backoffice.show"));
		for (Shown part : Shown.values()) {
			var link = new Link(part.href(), words.text("backoffice.show." + part.key()));
			link.setId("show-" + part.key());
			Span count = Prose.number("");
			link.add(count);
			this.links.put(part, link);
			this.counts.put(part, count);
			add(link);
		}
	}

	void show(Shown current, List<WorklistRow> waiting, String me) {
		this.links.forEach((part, link) -> {
			if (part == current) {
				link.getElement().setAttribute("aria-current", "true");
			}
			else {
				link.getElement().removeAttribute("aria-current");
			}
		});
		this.counts.forEach((part, count) -> count
			.setText(Long.toString(waiting.stream().filter(row -> part.holds(row, me)).count())));
	}

}
