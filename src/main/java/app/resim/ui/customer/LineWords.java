package app.resim.ui.customer;

import app.resim.request.LineView;
import app.resim.request.Phase;
import app.resim.request.RequestView;
import app.resim.ui.Badge;
import app.resim.ui.Page;

/**
 * What a line does and what is under way for it, in a badge and a sentence.
 */
final class LineWords {

	private final Page page;

	LineWords(Page page) {
		this.page = page;
	}

	Badge badge(LineView line) {
		return line.open()
			.filter(request -> request.phase() != Phase.DRAFT)
			.map(this::badge)
			.orElseGet(() -> switch (line.state()) {
				case WORKING -> new Badge(Badge.Look.OK, text("customer.lines.working"));
				case STOPPED -> new Badge(Badge.Look.WARN, text("customer.lines.stopped"));
				case UNKNOWN -> new Badge(Badge.Look.WAIT, text("customer.lines.unknown"));
			});
	}

	private Badge badge(RequestView request) {
		return switch (request.phase()) {
			case READY -> request.hasRunOut() ? new Badge(Badge.Look.WARN, said(request, "customer.lines.ran-out"))
					: new Badge(Badge.Look.NOW, said(request, "customer.lines.ready"));
			case DONE -> new Badge(Badge.Look.OK, said(request, "customer.lines.installed"));
			case PICTURE_WANTED -> new Badge(Badge.Look.WARN, said(request, "customer.lines.picture"));
			case AT_STORE -> new Badge(Badge.Look.WARN, said(request, "customer.lines.store"));
			case COOLING -> new Badge(Badge.Look.WAIT, said(request, "customer.lines.cooling"));
			case PAUSED -> new Badge(Badge.Look.WARN, said(request, "customer.lines.paused"));
			case DRAFT, CHECKING, PREPARING, DECLINED, WITHDRAWN, EXPIRED ->
				new Badge(Badge.Look.WAIT, said(request, "customer.lines.open"));
		};
	}

	/**
	 * What the line lives on, and what it does.
	 */
	String sentence(LineView line) {
		String on = on(line);
		return switch (line.state()) {
			case WORKING -> text("customer.lines.working.text", on);
			case STOPPED -> line.since()
				.map(since -> text("customer.lines.stopped.since", on, this.page.times().at(since)))
				.orElseGet(() -> text("customer.lines.stopped.text", on));
			case UNKNOWN -> text("customer.lines.unknown.text", on);
		};
	}

	private String on(LineView line) {
		String kind = line.esim() ? "customer.lines.esim" : "customer.lines.card";
		return line.device().isEmpty() ? text(kind) : text(kind + ".on", line.device());
	}

	/**
	 * What is under way.
	 */
	String sentence(RequestView request) {
		RequestView.Times when = request.times();
		String reference = request.reference().reference();
		return switch (request.phase()) {
			case DRAFT -> said(request, "customer.lines.draft.text", this.page.times().at(when.saved()));
			case CHECKING -> when.answerBy()
				.map(by -> said(request, "customer.lines.checking.by", reference, this.page.times().by(by)))
				.orElseGet(() -> said(request, "customer.lines.checking.text", reference));
			case COOLING -> said(request, "customer.lines.cooling.text", reference,
					when.coolingUntil().map(this.page.times()::at).orElse(""));
			case PAUSED -> said(request, "customer.lines.paused.text", reference);
			case PICTURE_WANTED -> said(request, "customer.lines.picture.text", reference, until(request));
			case AT_STORE -> said(request, "customer.lines.store.text", reference, until(request));
			case PREPARING -> said(request, "customer.lines.preparing.text", reference);
			case READY ->
				request.hasRunOut() ? said(request, "customer.lines.ran-out.text", reference) : when.codeUntil()
					.map(until -> said(request, "customer.lines.ready.until", reference, this.page.times().by(until)))
					.orElseGet(() -> said(request, "customer.lines.ready.text", reference));
			case DONE -> said(request, "customer.lines.installed.text", reference);
			case DECLINED, WITHDRAWN, EXPIRED -> said(request, "customer.lines.ended.text", reference);
		};
	}

	private String until(RequestView request) {
		return request.asking().map(asking -> this.page.times().by(asking.until())).orElse("");
	}

	private String text(String key, Object... args) {
		return this.page.text(key, args);
	}

	private String said(RequestView request, String key, Object... args) {
		return this.page.words().textAbout(Way.kind(request), key, args);
	}

}
