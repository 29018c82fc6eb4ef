package app.resim.ui.backoffice;

import java.util.List;

import app.resim.request.Halt.Asked;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.Visit;
import com.vaadin.flow.component.html.Div;

/**
 * What other systems were asked for a request and what they answered, the newest first.
 */
final class AskedList extends Div {

	/** In a row of many. */
	static final int FEW = 3;

	/** On a page of its own. */
	static final int MANY = 20;

	AskedList(Visit visit, List<Asked> asked, int most) {
		addClassName("small");
		if (asked.isEmpty()) {
			add(Prose.paragraph(visit.text("halt.asked.none"), "soft"));
		}
		else {
			add(new PlainList(asked.stream().limit(most).map(each -> told(visit, each)).toList()));
		}
	}

	private static String told(Visit visit, Asked asked) {
		return visit.text("halt.asked.one", visit.times().stamp(asked.at()),
				visit.text("halt.question." + asked.question()),
				asked.answer().map(word -> answer(visit, word)).orElseGet(() -> visit.text("halt.answer.none")));
	}

	/**
	 * Codes of a standard or of a network stay as they are: that is how they are looked
	 * up.
	 */
	private static String answer(Visit visit, String word) {
		int space = word.indexOf(' ');
		String kind = (space < 0) ? word : word.substring(0, space);
		return switch (kind) {
			case "done", "unreachable", "expired", "refused", "unknown" ->
				visit.text("halt.answer." + kind, word.substring(kind.length()).strip());
			case "network.unreachable" -> visit.text("halt.answer.unreachable");
			default -> word;
		};
	}

}
