package app.resim.demo;

import java.util.stream.Collectors;

import app.resim.account.DemoCodes;
import app.resim.account.DemoCodes.Colleague;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.SignInPaths;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The invented staff with what they sign in with: passwords, and the codes that their
 * apps would show.
 */
@Controller
@Profile("demo")
class StaffPage {

	private final ObjectProvider<DemoCodes> codes;

	private final Visits visits;

	private final PlainPages plain;

	StaffPage(ObjectProvider<DemoCodes> codes, Visits visits, PlainPages plain) {
		this.codes = codes;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(DemoPaths.STAFF)
	ResponseEntity<String> show() {
		var page = new Page(this.visits.current());
		page.title(page.text("demo.staff"));
		page.add(new PageHead(page.text("demo.staff")).lead(page.text("demo.staff.lead")));
		this.codes.ifAvailable(known -> known.all().forEach(colleague -> page.add(card(page, colleague))));
		page.add(new Acts(Act.go(page.text("demo.staff.enter"), SignInPaths.STAFF).named("enter")),
				Link.alone(DemoPaths.BILLING, page.text("demo.to-billing")));
		return this.plain.show(page);
	}

	private static Stack card(Page page, Colleague colleague) {
		String name = colleague.member().name();
		Facts facts = Facts.plain()
			.fact(page.text("demo.staff.name"), Prose.span("`" + name + "`"))
			.fact(page.text("demo.staff.password"), Prose.span("`" + colleague.password() + "`"))
			.fact(page.text("demo.staff.code"), code(page, colleague))
			.fact(page.text("demo.staff.roles"), roles(page, colleague));
		facts.setId("staff-" + name);
		return new Stack(colleague.member().displayName(), facts);
	}

	private static Component code(Page page, Colleague colleague) {
		return colleague.code()
			.map(code -> Prose.span("`" + code + "`"))
			.orElseGet(() -> Prose.span(page.text("demo.staff.no-code"), "soft"));
	}

	private static String roles(Page page, Colleague colleague) {
		return colleague.member()
			.roles()
			.stream()
			.sorted()
			.map(role -> page.text("demo.role." + role.name()))
			.collect(Collectors.joining(", "));
	}

}
