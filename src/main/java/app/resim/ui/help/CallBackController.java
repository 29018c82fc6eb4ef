package app.resim.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.help.CallBackAsked;
import app.resim.help.CallBacks;
import app.resim.help.CallTopic;
import app.resim.help.CallWindow;
import app.resim.ui.Language;
import app.resim.ui.OpenPaths;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainPages;
import app.resim.ui.PlainList;
import app.resim.ui.Problem;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
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
 * Where somebody asks to be called back, without signing in and without a script.
 */
@Controller
class CallBackController {

	static final String PATH = Topic.ROOT + "/call-back";

	private static final String NOTED = PATH + "/noted";

	private final CallBacks callBacks;

	private final Visits visits;

	private final PlainPages plain;

	CallBackController(CallBacks callBacks, Visits visits, PlainPages plain) {
		this.callBacks = callBacks;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(PATH)
	ResponseEntity<String> ask() {
		var page = new Page(this.visits.current());
		fill(page, new CallBackForm(page, this.callBacks.offered(page.visit().brand())));
		return this.plain.show(page);
	}

	@PostMapping(PATH)
	ResponseEntity<String> take(@RequestParam(defaultValue = "") String contact,
			@RequestParam(defaultValue = "") String topic, @RequestParam(defaultValue = "") String window,
			@RequestParam(defaultValue = "") String language) {
		var page = new Page(this.visits.current());
		var form = new CallBackForm(page, this.callBacks.offered(page.visit().brand())).taking(contact, topic, window,
				language);
		fill(page, form);
		List<Problem> problems = problems(page, form);
		if (!problems.isEmpty()) {
			page.refuse(problems);
			return this.plain.show(page, HttpStatus.BAD_REQUEST);
		}
		return this.plain.lead(NOTED);
	}

	private List<Problem> problems(Page page, CallBackForm form) {
		List<Problem> problems = new ArrayList<>(form.missing());
		if (problems.isEmpty()) {
			asked(page, form).filter(said -> said != CallBackAsked.NOTED)
				.map(said -> new Problem(form.contact(), page.text("callback.contact." + key(said))))
				.ifPresent(problems::add);
		}
		return problems;
	}

	private Optional<CallBackAsked> asked(Page page, CallBackForm form) {
		Optional<CallTopic> topic = form.topic();
		Optional<CallWindow> window = form.window();
		Locale spoken = form.language().map(Language::locale).orElse(page.words().locale());
		return topic.flatMap(about -> window
			.map(when -> this.callBacks.ask(page.visit().brand(), form.contact().typed(), about, when, spoken)));
	}

	private static String key(CallBackAsked said) {
		return said.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static void fill(Page page, CallBackForm form) {
		page.title(page.text("callback.title"));
		page.back(Topic.ROOT);
		page.add(new PageHead(page.text("callback.title")).lead(page.text("callback.lead")), form,
				new Stack(page.text("callback.safe"), safe(page)));
	}

	private static PlainList safe(Page page) {
		return new PlainList(page.text("callback.safe.1"), page.text("callback.safe.2"), page.text("callback.safe.3"));
	}

	@GetMapping(NOTED)
	ResponseEntity<String> noted() {
		var page = new Page(this.visits.current());
		page.title(page.text("callback.noted"));
		page.add(new PageHead(page.text("callback.noted")).lead(page.text("callback.noted.lead", CallBacks.TRIES)),
				safe(page), new Stack(page.text("callback.noted.lost"), Prose.paragraph(
						page.text("callback.noted.lost.text", PhoneNumbers.spaced(page.visit().brand().hotline())))));
		return this.plain.show(page);
	}

	/** Whoever asks need not sign in. */
	@Configuration(proxyBeanMethods = false)
	static class Open {

		@Bean
		OpenPaths callBackPaths() {
			return new OpenPaths(List.of(PATH, NOTED));
		}

	}

}
