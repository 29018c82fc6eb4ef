package app.resim.ui.help;

import java.util.ArrayList;
import java.util.List;

import app.resim.help.BrandHelp;
import app.resim.help.ForgottenNumbers;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Form;
import app.resim.ui.Link;
import app.resim.ui.OpenPaths;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * For somebody who does not know their own number: what they can do themselves, and a
 * letter to the address on file. Everybody sees the same answer.
 */
@Controller
class ForgottenNumberController {

	static final String PATH = Topic.ROOT + "/forgotten-number";

	private static final String ASKED = PATH + "/asked";

	private final ForgottenNumbers numbers;

	private final BrandHelp help;

	private final Visits visits;

	private final PlainPages plain;

	ForgottenNumberController(ForgottenNumbers numbers, BrandHelp help, Visits visits, PlainPages plain) {
		this.numbers = numbers;
		this.help = help;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(PATH)
	ResponseEntity<String> ask() {
		var page = new Page(this.visits.current());
		fill(page, email(page));
		return this.plain.show(page);
	}

	@PostMapping(PATH)
	ResponseEntity<String> take(@RequestParam(defaultValue = "") String email) {
		var page = new Page(this.visits.current());
		if (email.indexOf('@') < 0) {
			TextQuestion question = email(page).filled(email);
			fill(page, question);
			page.refuse(question, page.text("forgotten.email.none"));
			return this.plain.show(page, HttpStatus.BAD_REQUEST);
		}
		this.numbers.ask(email, page.words().locale());
		return this.plain.lead(ASKED);
	}

	private static TextQuestion email(Page page) {
		return TextQuestion.labelled(page.words(), "email", page.text("forgotten.email"))
			.hint(page.text("forgotten.email.hint"))
			.autocomplete("email");
	}

	private void fill(Page page, TextQuestion email) {
		page.title(page.text("forgotten.title"));
		page.back(Topic.ROOT);
		page.add(new PageHead(page.text("forgotten.title")).lead(page.text("forgotten.lead")),
				new Stack(page.text("forgotten.self"), new PlainList(self(page)),
						Link.alone(Lead.LINES.href(), page.text("forgotten.sign-in"))),
				new Stack(page.text("forgotten.letter"), Prose.paragraph(page.text("forgotten.letter.text")), Form
					.post(page.visit(), PATH, email, new Acts(Act.submit(page.text("forgotten.send")).named("send")))),
				person(page));
	}

	private List<String> self(Page page) {
		List<String> self = new ArrayList<>(
				List.of(page.text("forgotten.self.settings"), page.text("forgotten.self.friend")));
		this.help.ownNumber(page.visit().brand().id())
			.ifPresent(code -> self.add(1, page.text("forgotten.self.dial", code)));
		self.add(page.text("forgotten.self.bill"));
		self.add(page.text("forgotten.self.mail", page.visit().brand().name()));
		return self;
	}

	private static Stack person(Page page) {
		return new Stack(page.text("forgotten.person"),
				Prose.paragraph(page.text("forgotten.person.text", PhoneNumbers.spaced(page.visit().brand().hotline()),
						page.times().hours(page.visit().brand().hotlineHours()))),
				Link.alone(Topic.CALL_BACK.href(), Topic.CALL_BACK.question(page.visit())));
	}

	@GetMapping(ASKED)
	ResponseEntity<String> asked() {
		var page = new Page(this.visits.current());
		page.title(page.text("forgotten.asked"));
		page.back(PATH);
		page.add(new PageHead(page.text("forgotten.asked")).lead(page.text("forgotten.asked.lead")),
				new PlainList(page.text("forgotten.asked.1"), page.text("forgotten.asked.2")), person(page));
		return this.plain.show(page);
	}

	/** Whoever asks need not sign in. */
	@Configuration(proxyBeanMethods = false)
	static class Open {

		@Bean
		OpenPaths forgottenNumberPaths() {
			return new OpenPaths(List.of(PATH, ASKED));
		}

	}

}
