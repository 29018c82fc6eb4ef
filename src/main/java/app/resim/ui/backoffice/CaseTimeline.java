package app.resim.ui.backoffice;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import app.resim.identity.Picture;
import app.resim.request.CaseView;
import app.resim.request.RequestView;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Timeline;
import app.resim.ui.Times;
import app.resim.ui.Visit;

/**
 * What happened to a case so far, and to the line before it.
 */
final class CaseTimeline {

	private final Visit visit;

	CaseTimeline(Visit visit) {
		this.visit = visit;
	}

	Stack of(CaseView work) {
		RequestView.Times times = work.request().times();
		Times said = this.visit.times();
		var wire = new Timeline(this.visit.words());
		times.submitted().ifPresent(at -> wire.done(text("backoffice.step.sent"), said.stamp(at), ""));
		work.request()
			.pictures()
			.stream()
			.map(Picture::at)
			.filter(at -> times.submitted().filter(sent -> at.isAfter(sent)).isPresent())
			.max(Comparator.naturalOrder())
			.ifPresent(at -> wire.done(text("backoffice.step.again"), said.stamp(at), ""));
		work.request()
			.asking()
			.ifPresent(asking -> wire.done(text("backoffice.step.store"), said.stamp(asking.at()), ""));
		work.firstApprover().ifPresent(first -> wire.done(text("backoffice.step.first"), "", ""));
		times.decided().ifPresent(at -> wire.done(text("backoffice.step.approved"), said.stamp(at), ""));
		Optional<Instant> answerBy = times.answerBy().filter(by -> times.decided().isEmpty());
		if (work.stalled()) {
			wire.stopped(text("backoffice.step.stalled"), said.stamp(times.saved()), "");
		}
		else {
			wire.now(text("backoffice.step.review"), answerBy.map(said::by).orElse(""), "");
		}
		wire.next(text("backoffice.step.code"), "", "");
		return new Stack(text("backoffice.timeline"), wire);
	}

	Stack earlier(CaseView work) {
		if (work.earlier().isEmpty()) {
			return new Stack(text("backoffice.earlier"), Prose.paragraph(text("backoffice.earlier.none"), "soft"));
		}
		return new Stack(text("backoffice.earlier"), new PlainList(work.earlier().stream().map(this::told).toList()));
	}

	private String told(CaseView.Earlier earlier) {
		var labels = new Labels(this.visit.words());
		return text("backoffice.earlier.one", earlier.reference().reference(), this.visit.times().stamp(earlier.at()),
				earlier.reason().map(labels::reason).orElse("–"), labels.phase(earlier.phase()));
	}

	private String text(String key, Object... args) {
		return this.visit.text(key, args);
	}

}
