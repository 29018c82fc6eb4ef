package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Money;
import app.resim.request.CardView;
import app.resim.request.CaseView;
import app.resim.request.DeviceFacts;
import app.resim.request.LineView;
import app.resim.request.RequestView;
import app.resim.request.WorklistRow;
import app.resim.ui.Facts;
import app.resim.ui.Prose;
import app.resim.ui.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * What is known about a case, in words.
 */
final class CaseFacts {

	private final Visit visit;

	private final Labels labels;

	CaseFacts(Visit visit) {
		this.visit = visit;
		this.labels = new Labels(visit.words());
	}

	/** What the customer answered beside what the operator has on file. */
	Component compared(CaseView work) {
		var beside = new Div(group("backoffice.answers", answers(work.request())),
				group("backoffice.records", records(work)));
		beside.addClassName("beside");
		return beside;
	}

	/** What may be known without claiming the case. */
	Component masked(WorklistRow row) {
		Facts facts = Facts.plain()
			.fact(text("backoffice.fact.line"), Prose.number(row.maskedLine()))
			.fact(text("backoffice.fact.reason"), this.labels.reason(row.reason()))
			.fact(text("backoffice.fact.sent"), this.visit.times().full(row.submittedAt()));
		return group("backoffice.masked", facts);
	}

	private Component group(String heading, Facts facts) {
		var group = new Section(new H2(text(heading)), facts);
		group.addClassName("stack");
		return group;
	}

	private Facts answers(RequestView request) {
		Facts facts = Facts.plain().fact(text("backoffice.fact.line"), Prose.number(request.line().spaced()));
		request.reason().ifPresent(reason -> facts.fact(text("backoffice.fact.reason"), this.labels.reason(reason)));
		request.device()
			.ifPresent(device -> facts.fact(text("backoffice.fact.device"), deviceName(device), deviceDetails(device)));
		request.documentKind()
			.ifPresent(kind -> facts.fact(text("backoffice.fact.document"), this.labels.document(kind)));
		request.person().is().ifPresent(is -> facts.fact(text("person.check"), text("person." + is)));
		request.person().adult().ifPresent(name -> facts.fact(text("person.adult.name"), said(name)));
		request.card().flatMap(CardView::way).ifPresent(way -> facts.fact(text("desk.way"), text("card.way." + way)));
		if (request.reusesCode()) {
			facts.fact(text("backoffice.fact.code"), text("backoffice.fact.code.reused"));
		}
		return fee(facts, request.fee());
	}

	private Facts fee(Facts facts, Money fee) {
		return fee.isZero() ? facts.fact(text("backoffice.fact.fee"), text("backoffice.fact.fee.free")) : facts
			.fact(text("backoffice.fact.fee"), this.visit.words().money(fee), text("backoffice.fact.fee.agreed"));
	}

	private String deviceName(DeviceFacts device) {
		return device.label().isEmpty() ? text("backoffice.fact.device.unnamed") : device.label();
	}

	private String deviceDetails(DeviceFacts device) {
		List<String> details = new ArrayList<>();
		details.add(this.labels.verdict(device.verdict()));
		details.add(this.labels.source(device.source()));
		device.eid().map(Eid::ending).ifPresent(ending -> details.add(text("backoffice.fact.eid", ending)));
		return String.join(" · ", details);
	}

	private Facts records(CaseView work) {
		return Facts.plain()
			.fact(text("backoffice.fact.name"), said(work.registeredName()))
			.fact(text("backoffice.fact.email"), said(work.maskedEmail()))
			.fact(text("backoffice.fact.line-state"), lineState(work.line()))
			.fact(text("backoffice.fact.sim"), work.line().map(this::sim).orElseGet(this::unknown));
	}

	private Component said(String text) {
		// as it is: a name is not a text of ours and may hold anything
		var said = Prose.span("");
		said.setText(text.isEmpty() ? unknown() : text);
		return said;
	}

	private String lineState(Optional<LineView> line) {
		return line.map(known -> {
			String state = this.labels.line(known.state());
			return known.since()
				.map(since -> text("backoffice.line.since", state, this.visit.times().stamp(since)))
				.orElse(state);
		}).orElseGet(this::unknown);
	}

	private String sim(LineView line) {
		String kind = text(line.esim() ? "backoffice.sim.esim" : "backoffice.sim.card");
		return line.device().isEmpty() ? kind : text("backoffice.sim.in", kind, line.device());
	}

	private String unknown() {
		return text("backoffice.fact.unknown");
	}

	private String text(String key, Object... args) {
		return this.visit.text(key, args);
	}

}
