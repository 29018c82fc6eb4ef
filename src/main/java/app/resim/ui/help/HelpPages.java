package app.resim.ui.help;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Form;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Steps;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * How the questions and their answers look.
 */
final class HelpPages {

	/** Beside an answer, so many others of its kind. */
	private static final int ALSO = 4;

	private HelpPages() {
	}

	/**
	 * All questions, and above them what a search has found.
	 * @param visit who looks
	 * @param typed what was looked for, or empty
	 * @param found what was found, the best first; nothing if nothing was looked for
	 */
	static Page all(Visit visit, String typed, Optional<List<Topic>> found) {
		var page = new Page(visit);
		page.title(page.text(found.isPresent() ? "help.found" : "help.title"));
		page.back(found.isPresent() ? Topic.ROOT : "/");
		page.add(new PageHead(page.text("help.title")).lead(page.text("help.lead")), search(page, typed));
		found.ifPresent(topics -> page.add(topics.isEmpty() ? nothing(page) : results(page, topics)));
		for (Group group : Group.values()) {
			page.add(new Stack(page.text(group.key()),
					questions(page, Topic.of(visit.brand()).stream().filter(topic -> topic.group() == group), true)));
		}
		page.add(unanswered(page));
		return page;
	}

	private static Form search(Page page, String typed) {
		return Form.get(Topic.ROOT,
				TextQuestion.labelled(page.words(), "q", page.text("help.search"))
					.hint(page.text("help.search.hint"))
					.filled(typed),
				new Acts(Act.submit(page.text("help.search.go")).quiet().named("search")));
	}

	private static Component results(Page page, List<Topic> topics) {
		var list = new UnorderedList();
		list.addClassName("plain");
		list.setId("found");
		topics.forEach(topic -> list.add(new ListItem(Link.alone(topic.href(), topic.question(page.visit())),
				Prose.paragraph(Answer.of(topic, page.visit()).text(), "soft", "small"))));
		return new Stack(page.text("help.found"), list);
	}

	private static Component nothing(Page page) {
		Notice none = Notice.info(Icons.HELP, page.text("help.none"),
				page.text("help.none.text", PhoneNumbers.spaced(page.visit().brand().hotline()),
						page.times().hours(page.visit().brand().hotlineHours())));
		none.setId("none");
		return none;
	}

	/**
	 * One question with its answer.
	 * @param visit who looks
	 * @param topic which
	 */
	static Page one(Visit visit, Topic topic) {
		var page = new Page(visit);
		Answer answer = Answer.of(topic, visit);
		page.title(answer.question());
		page.back(Topic.ROOT);
		page.add(new PageHead(answer.question()).lead(answer.text()));
		if (!answer.points().isEmpty()) {
			page.add(topic.points().inOrder() ? new Steps(answer.points()) : new PlainList(answer.points()));
		}
		topic.written()
			.ifPresent(day -> page
				.add(Prose.paragraph(page.text("help.written", page.times().day(day)), "soft", "small")));
		if (!topic.leads().isEmpty()) {
			page.add(new Stack(page.text("help.here"), leads(page, topic)));
		}
		page.add(new Stack(page.text("help.also"), questions(page, others(visit, topic), false)), unanswered(page));
		return page;
	}

	private static Component unanswered(Page page) {
		return new Stack(page.text("help.unanswered"), Prose.paragraph(page.text("help.unanswered.text")),
				Link.alone(Topic.CALL_BACK.href(), Topic.CALL_BACK.question(page.visit())));
	}

	private static Component leads(Page page, Topic topic) {
		var list = new UnorderedList();
		list.addClassName("plain");
		topic.leads().forEach(lead -> list.add(new ListItem(Link.alone(lead.href(), page.text(lead.key())))));
		return list;
	}

	private static Stream<Topic> others(Visit visit, Topic topic) {
		return Topic.of(visit.brand())
			.stream()
			.filter(other -> other != topic && other.group() == topic.group())
			.limit(ALSO);
	}

	private static UnorderedList questions(Page page, Stream<Topic> topics, boolean anchored) {
		var list = new UnorderedList();
		list.addClassName("plain");
		topics.forEach(topic -> {
			var item = new ListItem(Link.alone(topic.href(), topic.question(page.visit())));
			if (anchored) {
				item.setId(topic.id());
			}
			list.add(item);
		});
		return list;
	}

}
