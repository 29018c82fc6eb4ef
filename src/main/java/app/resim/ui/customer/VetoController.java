package app.resim.ui.customer;

import java.util.List;

import app.resim.request.VetoAnswer;
import app.resim.request.VetoAnswer.About;
import app.resim.request.Vetoes;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Form;
import app.resim.ui.OpenPaths;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Steps;
import app.resim.ui.Visits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * "This was not me", from a message. Looking changes nothing, so that mail scanners that
 * open every link stop nothing; the button does. Works without sign-in and without a
 * script.
 */
@Controller
class VetoController {

	private static final String ROOT = "/not-me";

	private static final String PATH = ROOT + "/{channel}/{reference}/{stop}";

	private final Vetoes vetoes;

	private final Visits visits;

	private final PlainPages plain;

	VetoController(Vetoes vetoes, Visits visits, PlainPages plain) {
		this.vetoes = vetoes;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(PATH)
	ResponseEntity<String> look(@PathVariable String channel, @PathVariable String reference,
			@PathVariable String stop) {
		return answer(this.vetoes.look(reference, channel, stop), path(channel, reference, stop));
	}

	@PostMapping(PATH)
	ResponseEntity<String> press(@PathVariable String channel, @PathVariable String reference,
			@PathVariable String stop) {
		return switch (this.vetoes.press(reference, channel, stop)) {
			case VetoAnswer.Unknown unknown -> answer(unknown, "");
			case VetoAnswer other -> this.plain.lead(path(channel, reference, stop));
		};
	}

	private static String path(String channel, String reference, String stop) {
		return ROOT + "/" + channel + "/" + reference + "/" + stop;
	}

	private ResponseEntity<String> answer(VetoAnswer answer, String here) {
		var page = new Page(this.visits.current());
		return switch (answer) {
			case VetoAnswer.Running(var about) -> {
				head(page, "veto.title", "veto.lead", about);
				page.add(
						Form.post(page.visit(), here, new Acts(Act.submit(page.text("veto.act")).stop().named("stop"))),
						Prose.paragraph(page.text("veto.act.text")), Prose.paragraph(page.text("veto.mine"), "soft"));
				yield this.plain.show(page);
			}
			case VetoAnswer.Stopped(var about, var by) -> {
				head(page, "veto.stopped", "veto.stopped.lead", about);
				by.ifPresent(at -> page.add(Prose.paragraph(page.text("veto.stopped.by", page.times().by(at)))));
				next(page);
				yield this.plain.show(page);
			}
			case VetoAnswer.LookedInto(var about) -> {
				head(page, "veto.looked", "veto.looked.lead", about);
				next(page);
				yield this.plain.show(page);
			}
			case VetoAnswer.TooLate(var about) -> {
				head(page, "veto.late", "veto.late.lead", about);
				next(page);
				yield this.plain.show(page);
			}
			case VetoAnswer.Over(var about) -> {
				head(page, "veto.over", "veto.over.lead", about);
				yield this.plain.show(page);
			}
			case VetoAnswer.Unknown() -> {
				page.title(page.text("veto.unknown"));
				page.add(new PageHead(page.text("veto.unknown")).lead(page.text("veto.unknown.lead")), call(page));
				yield this.plain.show(page, HttpStatus.NOT_FOUND);
			}
		};
	}

	private static void head(Page page, String title, String lead, About about) {
		page.title(page.text(title));
		page.add(new PageHead(page.text(title))
			.lead(page.text(lead, about.lastDigits(), page.times().full(about.askedAt()))));
	}

	private static void next(Page page) {
		page.add(new Stack(page.text("veto.next"), new Steps(page.text("veto.next.2", hotline(page), hours(page)),
				page.text("veto.next.1"), page.text("veto.next.3"))), call(page));
	}

	private static Acts call(Page page) {
		return new Acts(Act.go(page.text("veto.call", hotline(page)), "tel:" + page.visit().brand().hotline()).quiet());
	}

	private static String hotline(Page page) {
		return PhoneNumbers.spaced(page.visit().brand().hotline());
	}

	private static String hours(Page page) {
		return page.times().hours(page.visit().brand().hotlineHours());
	}

	/** Whoever holds the message need not sign in. */
	@Configuration(proxyBeanMethods = false)
	static class Open {

		@Bean
		OpenPaths vetoPaths() {
			return new OpenPaths(List.of(ROOT + "/*/*/*"));
		}

	}

}
