package app.resim.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.help.BrandHelp;
import app.resim.request.LineView;
import app.resim.request.Lines;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.OpenPaths;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.PlainPages;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * "Is it the network, the phone or the eSIM?": one question a page, each answer a link,
 * so that it works on any device that somebody lends. Whoever is signed in sees what
 * their lines do.
 */
@Controller
class CheckController {

	static final String PATH = Topic.ROOT + "/check";

	private final BrandHelp network;

	private final Lines lines;

	private final CurrentCustomer customer;

	private final Visits visits;

	private final PlainPages plain;

	CheckController(BrandHelp network, Lines lines, CurrentCustomer customer, Visits visits, PlainPages plain) {
		this.network = network;
		this.lines = lines;
		this.customer = customer;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(PATH)
	ResponseEntity<String> begin() {
		return this.plain.show(page(Check.START));
	}

	@GetMapping(PATH + "/{step}")
	ResponseEntity<String> goOn(@PathVariable String step) {
		return this.plain
			.show(page(Check.named(step).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
	}

	private Page page(Check step) {
		var page = new Page(this.visits.current());
		String brand = page.visit().brand().name();
		page.title(page.text(step.key(), brand));
		page.back((step == Check.START) ? Topic.ROOT : PATH);
		page.add(
				new PageHead(page.text(step.key(), brand)).lead(page.text(step.key() + ".text", brand, hotline(page))));
		if (step.tellsTheNetwork()) {
			network(page);
		}
		points(page, step, brand);
		if (step.tellsMenus()) {
			page.add(menus(page));
		}
		if (step.tellsTheLines() && this.customer.signedIn()) {
			page.add(lines(page));
		}
		page.add(step.ways().isEmpty() ? end(page, step) : ways(page, step, brand));
		return page;
	}

	private static String hotline(Page page) {
		return PhoneNumbers.spaced(page.visit().brand().hotline());
	}

	private void network(Page page) {
		this.network.disturbances(page.visit().brand().id())
			.forEach(notice -> page.add(Notice.warn(page.text("diagnosis.network"), page.text("diagnosis.network.text",
					notice.said(page.words().locale()), page.times().by(notice.until())))));
	}

	private static void points(Page page, Check step, String brand) {
		if (step.points() > 0) {
			page.add(new PlainList(IntStream.rangeClosed(1, step.points())
				.mapToObj(point -> page.text(step.key() + "." + point, brand, hotline(page)))
				.toList()));
		}
	}

	private static Component menus(Page page) {
		List<Disclosure> menus = new ArrayList<>();
		for (String system : List.of("iphone", "samsung", "android")) {
			menus.add(new Disclosure(page.text("diagnosis.menu." + system),
					page.text("diagnosis.menu." + system + ".text")));
		}
		return Disclosure.group(menus.toArray(Disclosure[]::new));
	}

	/** What the network says, where it answers. */
	private Component lines(Page page) {
		var facts = Facts.plain();
		try {
			this.lines.of(this.customer.id())
				.forEach(line -> facts.fact(PhoneNumbers.spaced(line.number().e164()), page.text(state(line))));
		}
		catch (DirectoryUnreachable ex) {
			facts.fact(page.text("diagnosis.lines.none"), page.text("customer.lines.unknown"));
		}
		var shown = new Stack(page.text("diagnosis.lines"), facts);
		shown.setId("lines");
		return shown;
	}

	private static String state(LineView line) {
		return switch (line.state()) {
			case WORKING -> "customer.lines.working";
			case STOPPED -> "customer.lines.stopped";
			case UNKNOWN -> "customer.lines.unknown";
		};
	}

	private static Component ways(Page page, Check step, String brand) {
		var ways = new Div();
		ways.addClassName("stack");
		step.ways()
			.forEach(way -> ways.add(new Acts(
					Act.go(page.text(step.key() + "." + way.id(), brand), way.to().href()).quiet().named(way.id()))));
		return ways;
	}

	private static Component end(Page page, Check step) {
		var ways = new Acts();
		step.leads()
			.forEach(lead -> ways
				.add(Act.go(page.text(lead.key()), lead.href()).named(lead.name().toLowerCase(Locale.ROOT))));
		ways.add(Link.alone(Topic.CALL_BACK.href(), Topic.CALL_BACK.question(page.visit())),
				Link.alone(PATH, page.text("diagnosis.again")));
		return ways;
	}

	/** Whoever asks need not sign in. */
	@Configuration(proxyBeanMethods = false)
	static class Open {

		@Bean
		OpenPaths checkPaths() {
			return new OpenPaths(List.of(PATH, PATH + "/*"));
		}

	}

}
