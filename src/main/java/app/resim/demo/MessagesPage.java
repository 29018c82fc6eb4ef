package app.resim.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import app.resim.notification.simulated.CaughtMessage;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Badge;
import app.resim.ui.Form;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The messages that the demonstration caught, newest first, for everybody who tries
 * Resim. Codes stand out so that they can be read across a desk.
 */
@Controller
@Profile("demo")
class MessagesPage {

	private static final Duration FRESH = Duration.ofSeconds(5);

	private static final int MOST = 50;

	private static final Pattern CODE = Pattern.compile("(?<![0-9+-])([0-9]{6})(?![0-9])");

	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:)]");

	private final CaughtMessages messages;

	private final Visits visits;

	private final PlainPages plain;

	MessagesPage(CaughtMessages messages, Visits visits, PlainPages plain) {
		this.messages = messages;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(DemoPaths.MESSAGES)
	ResponseEntity<String> show() {
		var page = new Page(this.visits.current());
		page.title(page.text("demo.messages"));
		page.add(new PageHead(page.text("demo.messages")).lead(page.text("demo.messages.lead")));
		List<CaughtMessage> caught = this.messages.newest(MOST);
		if (caught.isEmpty()) {
			page.add(Prose.paragraph(page.text("demo.messages.none"), "soft"),
					new Acts(Act.go(page.text("demo.messages.none.act"), "/sign-in")));
		}
		else {
			page.add(list(page, caught), throwAway(page));
		}
		page.add(Link.alone(DemoPaths.PHONE, page.text("demo.to-phone")),
				Link.alone(DemoPaths.BILLING, page.text("demo.to-billing")));
		return this.plain.showRefreshing(page, FRESH);
	}

	@PostMapping(DemoPaths.MESSAGES)
	ResponseEntity<String> clear() {
		this.messages.clear();
		return this.plain.lead(DemoPaths.MESSAGES);
	}

	private static Component list(Page page, List<CaughtMessage> caught) {
		var list = new UnorderedList();
		list.addClassNames("rows", "mail");
		list.getElement().setAttribute("role", "list");
		caught.forEach(message -> list.add(item(page, message)));
		return list;
	}

	private static ListItem item(Page page, CaughtMessage message) {
		var title = new Div(new H2(message.subject().isEmpty() ? page.text("demo.sms") : message.subject()),
				new Badge(Badge.Look.PLAIN, page.text("demo." + message.channel().name().toLowerCase(Locale.ROOT))));
		title.addClassName("t");
		String about = page.text("demo.message.about", message.to(), page.times().stamp(message.at()));
		var item = new ListItem(title, Prose.span(about, "sub"));
		code(message.text()).ifPresent(code -> item.add(large(code)));
		item.add(text(message.text()));
		return item;
	}

	private static Optional<String> code(String text) {
		return CODE.matcher(text).results().map(found -> found.group(1)).findFirst();
	}

	private static Component large(String code) {
		var large = new Paragraph(code);
		large.addClassNames("code", "large");
		return large;
	}

	private static Component text(String text) {
		List<Component> parts = new ArrayList<>();
		int end = 0;
		for (MatchResult found : ADDRESS.matcher(text).results().toList()) {
			parts.add(new Text(text.substring(end, found.start())));
			parts.add(new Link(found.group(), found.group()));
			end = found.end();
		}
		parts.add(new Text(text.substring(end)));
		var body = new Div(parts.toArray(Component[]::new));
		body.addClassName("body-text");
		return body;
	}

	private static Component throwAway(Page page) {
		return Form.post(page.visit(), DemoPaths.MESSAGES,
				new Acts(Act.submit(page.text("demo.messages.clear")).quiet().slim()));
	}

}
