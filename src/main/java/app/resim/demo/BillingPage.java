package app.resim.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.account.simulated.SimulatedBill;
import app.resim.account.simulated.SimulatedBills;
import app.resim.account.simulated.SimulatedDeed;
import app.resim.kernel.Msisdn;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Badge;
import app.resim.ui.Form;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pretended billing: the bills of the invented customers are paid here, as they would
 * be at the operator's, and everybody sees what it was asked to do.
 */
@Controller
@Profile("demo")
class BillingPage {

	private final ObjectProvider<SimulatedBills> bills;

	private final Visits visits;

	private final PlainPages plain;

	BillingPage(ObjectProvider<SimulatedBills> bills, Visits visits, PlainPages plain) {
		this.bills = bills;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(DemoPaths.BILLING)
	ResponseEntity<String> show(@RequestParam(required = false) @Nullable String said) {
		var page = new Page(this.visits.current());
		page.title(page.text("demo.billing"));
		page.add(new PageHead(page.text("demo.billing")).lead(page.text("demo.billing.lead")));
		SimulatedBills books = this.bills.getIfAvailable();
		if (books == null) {
			page.add(Prose.paragraph(page.text("demo.billing.real")));
		}
		else {
			said(page, said).ifPresent(page::add);
			page.add(new Stack(page.text("demo.billing.unpaid"), unpaid(page, books.unpaid())),
					new Stack(page.text("demo.billing.deeds"), deeds(page, books.deeds())));
		}
		page.add(Link.alone(DemoPaths.MESSAGES, page.text("demo.to-messages")),
				Link.alone(DemoPaths.PHONE, page.text("demo.to-phone")));
		return this.plain.show(page);
	}

	private static Optional<Component> said(Page page, @Nullable String said) {
		return switch (said) {
			case "paid" ->
				Optional.of(Notice.ok(page.text("demo.billing.said.paid"), page.text("demo.billing.said.paid.text")));
			case "before" -> Optional
				.of(Notice.warn(page.text("demo.billing.said.before"), page.text("demo.billing.said.before.text")));
			case null, default -> Optional.empty();
		};
	}

	private static Component unpaid(Page page, Map<Msisdn, List<SimulatedBill>> open) {
		List<ListItem> rows = new ArrayList<>();
		open.forEach((line, bills) -> bills.forEach(bill -> rows.add(row(page, line, bill))));
		return list("unpaid", rows, page.text("demo.billing.unpaid.none"));
	}

	private static ListItem row(Page page, Msisdn line, SimulatedBill bill) {
		var title = title(page.text("demo.billing.bill", bill.number()));
		title.add(new Badge(Badge.Look.WARN, page.text("demo.billing.open")));
		String about = page.text("demo.billing.bill.about", page.words().money(bill.amount()),
				page.times().day(bill.due()));
		var pay = Form.post(page.visit(), DemoPaths.BILLING,
				Act.submit(page.text("demo.billing.pay")).slim().unseen(bill.number()).named("pay-" + bill.number()))
			.hidden("bill", bill.number());
		return new ListItem(title, about(about, line), new Acts(pay));
	}

	private static Component deeds(Page page, List<SimulatedDeed> done) {
		return list("deeds", done.stream().map(deed -> row(page, deed)).toList(), page.text("demo.billing.deeds.none"));
	}

	private static ListItem row(Page page, SimulatedDeed deed) {
		List<String> said = new ArrayList<>(List.of(page.text("demo.billing.deed." + deed.kind().name())));
		deed.amount().ifPresent(amount -> said.add(page.words().money(amount)));
		deed.way().ifPresent(way -> said.add(page.text("demo.billing.way." + way.name())));
		String about = page.text("demo.billing.deed.about", page.times().stamp(deed.at()), deed.reference());
		return new ListItem(title(String.join(" · ", said)), about(about, deed.line()));
	}

	private static Div title(String heading) {
		var title = new Div(new H3(heading));
		title.addClassName("t");
		return title;
	}

	private static Component about(String text, Msisdn line) {
		var about = new Paragraph(new Text(text + " "), Prose.number(line.spaced()));
		about.addClassName("soft");
		return about;
	}

	private static Component list(String id, List<ListItem> rows, String none) {
		if (rows.isEmpty()) {
			return Prose.paragraph(none, "soft");
		}
		var list = new UnorderedList(rows.toArray(ListItem[]::new));
		list.addClassName("rows");
		list.setId(id);
		list.getElement().setAttribute("role", "list");
		return list;
	}

	@PostMapping(DemoPaths.BILLING)
	ResponseEntity<String> pay(@RequestParam String bill) {
		return this.plain.lead(DemoPaths.BILLING + (this.bills.getObject().pay(bill) ? "?said=paid" : "?said=before"));
	}

}
