package app.resim.ui;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages behind the footer, and what to do when somebody else has begun something.
 */
@Controller
class InfoPages {

	private final Visits visits;

	private final PlainPages plain;

	InfoPages(Visits visits, PlainPages plain) {
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping("/{name:privacy|accessibility|terms|source}")
	ResponseEntity<String> info(@PathVariable String name) {
		var page = new Page(this.visits.current());
		page.title(page.text("info." + name));
		page.add(new PageHead(page.text("info." + name)).lead(page.text("info." + name + ".lead")));
		switch (page.visit().brand().standing()) {
			case OWN -> {
			}
			case INVENTED -> page.add(Notice.info(Icons.INFO, page.text("info.demo"), page.text("info.demo.text")));
			case EXAMPLE -> page.add(Notice.info(Icons.INFO, page.text("info.demo"),
					page.text("info.example.text", page.visit().brand().name())));
		}
		for (int part = 1; part <= 3; part++) {
			String key = "info." + name + "." + part;
			page.add(new Stack(page.text(key), Prose.paragraph(page.text(key + ".text"))));
		}
		return this.plain.show(page);
	}

	@GetMapping("/help/not-me")
	ResponseEntity<String> notMe() {
		var page = new Page(this.visits.current());
		page.title(page.text("info.not-me"));
		String hotline = PhoneNumbers.spaced(page.visit().brand().hotline());
		page.add(new PageHead(page.text("info.not-me")).lead(page.text("info.not-me.lead")),
				new Steps(page.text("info.not-me.1"),
						page.text("info.not-me.2", hotline, page.times().hours(page.visit().brand().hotlineHours())),
						page.text("info.not-me.5"), page.text("info.not-me.3"), page.text("info.not-me.4")),
				new Acts(Act.go(page.text("info.not-me.act"), "/lines"),
						Act.go(page.text("info.not-me.call", hotline), "tel:" + page.visit().brand().hotline())
							.quiet()));
		return this.plain.show(page);
	}

}
