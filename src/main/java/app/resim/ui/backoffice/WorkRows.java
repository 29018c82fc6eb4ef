package app.resim.ui.backoffice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import app.resim.protection.Signal;
import app.resim.request.RequestReference;
import app.resim.request.WorklistRow;
import app.resim.ui.Act;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.Colleagues;
import app.resim.ui.Link;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/**
 * How a case of the worklist reads as a row.
 */
final class WorkRows {

	private final Visit visit;

	private final Labels labels;

	private final String me;

	private final Colleagues colleagues;

	private final Consumer<RequestReference> claim;

	private final Consumer<RequestReference> giveBack;

	private final Map<String, String> names = new HashMap<>();

	WorkRows(Visit visit, String me, Colleagues colleagues, Consumer<RequestReference> claim,
			Consumer<RequestReference> giveBack) {
		this.visit = visit;
		this.labels = new Labels(visit.words());
		this.me = me;
		this.colleagues = colleagues;
		this.claim = claim;
		this.giveBack = giveBack;
	}

	List<String> columns() {
		return List.of("due", "request", "reason", "signals", "reviewer")
			.stream()
			.map(column -> this.visit.text("backoffice.worklist." + column))
			.toList();
	}

	WorkTable.Row row(WorklistRow row, Instant now) {
		Pressing pressing = row.answerBy().map(answerBy -> Due.of(answerBy, now).pressing()).orElse(Pressing.NO);
		return new WorkTable.Row(row.reference().reference(), pressing,
				List.of(due(row, now), reference(row), reason(row), signals(row), reviewer(row)));
	}

	private WorkTable.Cell due(WorklistRow row, Instant now) {
		if (row.waitsUntil().isPresent()) {
			return two(this.visit.times().stamp(row.waitsUntil().get()), this.visit.text("backoffice.due.waits"));
		}
		if (row.answerBy().isEmpty()) {
			String sent = this.visit.text("backoffice.due.sent", this.visit.times().stamp(row.submittedAt()));
			return two(this.visit.text("backoffice.due.none"), sent);
		}
		Instant answerBy = row.answerBy().get();
		return two(this.visit.times().stamp(answerBy), Due.of(answerBy, now).said(this.visit.words()));
	}

	private static WorkTable.Cell two(String first, String second) {
		return new WorkTable.Cell(first + "\n" + second, () -> {
			Span bold = Prose.number("");
			bold.add(Prose.strong(first));
			return StaffTable.two(bold, second);
		});
	}

	private static WorkTable.Cell reference(WorklistRow row) {
		String reference = row.reference().reference();
		return new WorkTable.Cell(reference, () -> {
			var link = new Link(Paths.caseOf(row.reference()), reference);
			link.setId("case-" + reference);
			link.addClassName("num");
			Span cell = Prose.span("");
			Span line = Prose.number(row.maskedLine());
			line.addClassName("sub");
			cell.add(link, line);
			return cell;
		});
	}

	private WorkTable.Cell reason(WorklistRow row) {
		String reason = this.labels.reason(row.reason());
		return new WorkTable.Cell(reason, () -> Prose.span(reason));
	}

	private WorkTable.Cell signals(WorklistRow row) {
		String says = row.stalled() + " " + row.needsSecond() + row.people() + row.phase()
				+ row.signals().stream().map(Signal::name).collect(Collectors.joining(","));
		return new WorkTable.Cell(says, () -> badges(row));
	}

	private Component badges(WorklistRow row) {
		Span badges = Prose.span("", "badges");
		if (row.stalled()) {
			badges.add(new Badge(Look.DANGER, this.visit.text("backoffice.stalled")));
		}
		if (row.waitsUntil().isPresent()) {
			badges.add(new Badge(Look.WAIT, this.labels.phase(row.phase())));
		}
		if (row.needsSecond()) {
			badges.add(new Badge(Look.WARN, this.visit.text("backoffice.second.short")));
		}
		else if (row.people() > 1) {
			badges.add(new Badge(Look.PLAIN, this.visit.text("backoffice.two")));
		}
		row.signals().forEach(signal -> badges.add(new Badge(Labels.look(signal), this.labels.brief(signal))));
		if (badges.getChildren().findAny().isEmpty()) {
			badges.add(Prose.span(this.visit.text("backoffice.signals.none"), "soft"));
		}
		return badges;
	}

	private WorkTable.Cell reviewer(WorklistRow row) {
		String who = row.reviewer()
			.map(this::name)
			.or(() -> row.reservedFor().map(kept -> this.visit.text("backoffice.reserved", name(kept))))
			.orElseGet(() -> this.visit.text("backoffice.nobody"));
		return new WorkTable.Cell(who + row.waits(), () -> {
			Span cell = Prose.span("", "hands");
			cell.add(row.reviewer().isPresent() ? Prose.span(who) : Prose.span(who, "soft"));
			hand(row).ifPresent(cell::add);
			return cell;
		});
	}

	/** Taking and giving back without opening the case. */
	private Optional<Act> hand(WorklistRow row) {
		String reference = row.reference().reference();
		if (row.reviewer().filter(this.me::equals).isPresent()) {
			return Optional
				.of(Act.press(this.visit.text("backoffice.give-back"), () -> this.giveBack.accept(row.reference()))
					.named("release-" + reference)
					.quiet()
					.slim()
					.unseen(reference)
					.key("c"));
		}
		boolean free = row.reviewer().isEmpty() && row.waits()
				&& row.reservedFor().filter(kept -> !kept.equals(this.me)).isEmpty();
		return free ? Optional
			.of(Act.press(this.visit.text("backoffice.worklist.take"), () -> this.claim.accept(row.reference()))
				.named("claim-" + reference)
				.quiet()
				.slim()
				.unseen(reference)
				.key("c")) : Optional.empty();
	}

	private String name(String reviewer) {
		return reviewer.equals(this.me) ? this.visit.text("backoffice.you")
				: this.names.computeIfAbsent(reviewer, this.colleagues::nameOf);
	}

}
