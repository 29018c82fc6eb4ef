package app.resim.ui.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.account.Factors;
import app.resim.account.Proof;
import app.resim.catalogue.Reason;
import app.resim.catalogue.SimWay;
import app.resim.kernel.SubscriberId;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.request.Asking;
import app.resim.request.CardView;
import app.resim.request.Phase;
import app.resim.request.FurtherProof;
import app.resim.request.Prospect;
import app.resim.request.Prospects;
import app.resim.request.Receipts;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.request.Route;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Facts;
import app.resim.ui.Gate;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.Prose;
import app.resim.ui.ReceiptFile;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Stack;
import app.resim.ui.Timeline;
import app.resim.ui.Visits;
import app.resim.visit.Appointments;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import jakarta.annotation.security.RolesAllowed;

/**
 * How far a sent request has come, in plain sentences with a real time. A draft leads to
 * its next question.
 */
@com.vaadin.flow.router.Route(value = "requests/:reference", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class StatusView extends LivePage implements BeforeEnterObserver {

	private final Requests requests;

	private final CurrentCustomer customer;

	private final Clock clock;

	private final Prospects prospects;

	private final Receipts receipts;

	private final Factors factors;

	private final Appointments appointments;

	private final Gate gate;

	private final HandCodes codes;

	/** Kept, because a page that is changed by push has nobody who is signed in. */
	private Optional<Proof> proof = Optional.empty();

	private Runnable reading = () -> {
	};

	/** What is asked for on the page, so that nothing half done is taken away by push. */
	private Optional<Asking> asked = Optional.empty();

	StatusView(Requests requests, CurrentCustomer customer, Visits visits, LiveRequests live, HandCodes codes,
			Prospects prospects, Receipts receipts, Factors factors, Appointments appointments, Gate gate,
			Clock clock) {
		this.appointments = appointments;
		this.receipts = receipts;
		this.factors = factors;
		this.gate = gate;
		this.prospects = prospects;
		super(visits, live);
		this.clock = clock;
		this.codes = codes;
		this.requests = requests;
		this.customer = customer;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		SubscriberId owner = this.customer.id();
		this.proof = Optional.of(this.customer.proof());
		Optional<RequestView> found = Asked.reference(event).flatMap(asked -> this.requests.find(asked, owner));
		if (found.isEmpty()) {
			Asked.unknown();
			return;
		}
		RequestView request = found.get();
		if (request.phase() == Phase.DRAFT) {
			event.forwardTo(Asked.question(request));
			return;
		}
		follow(request.reference());
		this.reading = () -> this.requests.find(request.reference(), owner).ifPresent(this::show);
		show(request);
	}

	@Override
	void refresh() {
		this.reading.run();
	}

	private void show(RequestView request) {
		if (isAsking(request)) {
			return;
		}
		clear();
		about(Way.kind(request));
		this.asked = request.asking();
		String key = request.hasRunOut() ? "ran-out" : request.phase().name().toLowerCase(Locale.ROOT);
		title(text("status.title." + key));
		explainedBy("after-sending");
		getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
		var head = new PageHead(text("status.title." + key)).over(text("status.over", request.line().spaced()))
			.lead(lead(request));
		head.setId("status-head");
		add(head);
		notices(request);
		if (request.phase() == Phase.PICTURE_WANTED) {
			add(new WantedPictures(this, this.requests, request, this.customer, this.codes, () -> moved(request)),
					acts(request));
			return;
		}
		if (request.phase() == Phase.AT_STORE) {
			add(new StoreVisit(this, request,
					this.proof.flatMap(mine -> this.appointments.about(mine.who(), request.reference().reference()))));
		}
		CardWords.details(this, request).ifPresent(this::add);
		add(timeline(request));
		faster(request).ifPresent(this::add);
		add(facts(request), acts(request), Prose.paragraph(text("status.updates"), "soft", "small"));
	}

	private boolean isAsking(RequestView request) {
		return request.phase() == Phase.PICTURE_WANTED
				&& this.asked.map(Asking::at).equals(request.asking().map(Asking::at)) && this.asked.isPresent();
	}

	private void moved(RequestView asked) {
		this.asked = Optional.empty();
		this.requests.find(asked.reference(), this.customer.id()).ifPresent(this::show);
	}

	private String lead(RequestView request) {
		RequestView.Times when = request.times();
		return switch (request.phase()) {
			case DRAFT, CHECKING -> answerBy(when).map(by -> text("status.lead.checking", by))
				.orElseGet(() -> text("status.lead.checking.late"));
			case COOLING -> text("status.lead.cooling", when.coolingUntil().map(times()::at).orElse(""));
			case PAUSED -> {
				String key = when.paused().isPresent() ? "status.lead.paused" : "status.lead.set-aside";
				yield answerBy(when).map(by -> text(key, by)).orElseGet(() -> text(key + ".late"));
			}
			case PICTURE_WANTED -> text("status.lead.picture_wanted");
			case AT_STORE -> text("status.lead.at_store");
			case PREPARING -> request.trouble()
				.map(trouble -> trouble.nextTry()
					.map(next -> text("status.lead.preparing.again", times().at(next)))
					.orElseGet(() -> text("status.lead.preparing.person")))
				.orElseGet(() -> text("status.lead.preparing"));
			case READY -> request.card().isPresent() ? CardWords.lead(this, request) : request.hasRunOut()
					? ranOut(request) : text("status.lead.ready", times().by(when.codeUntil().orElseThrow()));
			case DONE -> text("status.lead.done");
			case DECLINED ->
				request.declined().map(refusal -> text("request.decline." + refusal.reason().name())).orElse("");
			case WITHDRAWN -> text(stopped(request) ? "status.lead.withdrawn.stopped" : "status.lead.withdrawn");
			case EXPIRED -> text(when.ready().isPresent() ? "status.lead.expired" : "status.lead.expired.asked");
		};
	}

	private String ranOut(RequestView request) {
		return newCodeUntil(request).map(until -> text("status.lead.ran-out", times().by(until)))
			.orElseGet(() -> text("status.lead.ran-out.none"));
	}

	private static Optional<Instant> newCodeUntil(RequestView request) {
		return request.trouble().flatMap(RequestView.Trouble::newCodeUntil);
	}

	/** A time that is over is promised no more. */
	private Optional<String> answerBy(RequestView.Times when) {
		return when.answerBy().filter(by -> by.isAfter(this.clock.instant())).map(times()::by);
	}

	private static boolean stopped(RequestView request) {
		return request.reason().filter(Reason::stopsTheLine).isPresent();
	}

	private void notices(RequestView request) {
		waiting(request);
		if (request.phase() == Phase.READY) {
			request.trouble().flatMap(RequestView.Trouble::installFault).ifPresent(fault -> failed(request, fault));
		}
		if (request.phase() == Phase.DONE) {
			add(Notice.ok(text("status.done.tip.title"), text("status.done.tip.text")).announced());
			add(Prose.paragraph(text("status.done.phone"), "soft"));
			receipt(request);
		}
		request.declined().ifPresent(refusal -> {
			refusal.note()
				.ifPresent(note -> add(Facts.plain().fact(text("status.declined.note"), Prose.verbatim(note))));
			add(Prose.paragraph(text("status.declined.next")));
		});
	}

	private void failed(RequestView request, String fault) {
		add(Notice.warn(text("status.install-failed.title"), text(installFault(fault))).announced());
		if (!request.hasRunOut()) {
			String next = newCodeUntil(request).isPresent() ? text("status.new-code.text")
					: text("status.new-code.call", PhoneNumbers.spaced(visit().brand().hotline()));
			add(Prose.paragraph(next, "soft"));
		}
	}

	private void newCode(RequestView request) {
		switch (this.requests.newCode(request.reference(), this.customer.id(), this.customer.factorAt())) {
			case NEEDS_FRESH_SIGN_IN ->
				getUI().ifPresent(ui -> Way.go(ui, SignInPaths.again("/requests/" + request.reference())));
			case ON_ITS_WAY, A_PERSON_LOOKS, NOT_NOW -> refresh();
		}
	}

	private void waiting(RequestView request) {
		if (request.phase() == Phase.PAUSED) {
			add(Notice.info(Icons.PERSON, text("status.paused.tip"), text("status.paused.tip.text")));
		}
		if (request.phase() != Phase.CHECKING && request.phase() != Phase.COOLING) {
			return;
		}
		Instant now = this.clock.instant();
		request.times().coolingUntil().filter(now::isBefore).ifPresent(until -> {
			Duration left = Duration.between(now, until);
			String clock = (left.toHours() > 0) ? text("status.cooling.left", Math.round(left.toMinutes() / 60.0))
					: text("status.cooling.left.minutes", Math.max(1, left.toMinutes()));
			add(Notice.info(Icons.CLOCK, text("status.cooling", times().full(until)),
					((request.phase() == Phase.CHECKING) ? text("status.cooling.text") + " " : "") + clock));
		});
	}

	/** More proof saves people and time after sending, too. */
	private Optional<Stack> faster(RequestView request) {
		if (request.phase() != Phase.CHECKING && request.phase() != Phase.COOLING) {
			return Optional.empty();
		}
		return this.proof.flatMap(mine -> {
			List<Prospect> ways = this.prospects.further(request.reference(), mine);
			return (ways.size() < 2) ? Optional.empty()
					: Optional.of(new RouteWords(visit()).further(ways, mine.strength(this.clock.instant()),
							this.factors.of(mine.who()), "/requests/" + request.reference(),
							() -> proveFurther(request)));
		});
	}

	private void proveFurther(RequestView request) {
		Proof now = this.customer.proof();
		if (!this.gate.opens(Deed.SUBMIT, Asker.account(now.who().subscriber()).andLine(request.line().e164()), this)) {
			return;
		}
		if (this.requests.proveFurther(request.reference(), now) == FurtherProof.NEEDS_FRESH_PROOF) {
			getUI().ifPresent(ui -> Way.go(ui, SignInPaths.more("/requests/" + request.reference())));
			return;
		}
		refresh();
	}

	private void receipt(RequestView request) {
		if (this.receipts.areGivenFor(request.phase())) {
			RequestReference reference = request.reference();
			add(new Stack(text("receipt.title"), Prose.paragraph(text("receipt.text")),
					new ReceiptFile(reference.reference(),
							() -> this.proof.flatMap(mine -> this.receipts.of(reference, mine.who())))
						.link(text("receipt.save"))));
		}
	}

	private String installFault(String fault) {
		return switch (fault) {
			case "8.8.5-3.8", "8.2.7-6.4", "8.8.5-6.4", "8.1-4.8", "8.2.6-3.8", "8.8.5-4.10", "8.1.1-3.8" ->
				"status.install-failed." + fault;
			default -> "status.install-failed.other";
		};
	}

	private Timeline timeline(RequestView request) {
		var wire = new Timeline(words());
		wire.getElement().setAttribute("aria-label", text("status.timeline.label"));
		RequestView.Times when = request.times();
		when.submitted().ifPresent(at -> wire.done(text("status.timeline.sent"), times().stamp(at), ""));
		switch (request.phase()) {
			case DRAFT, CHECKING -> {
				wire.now(text("status.timeline.check"), answerBy(when).orElse(""), text("status.timeline.check.text"));
				coming(wire, true);
			}
			case COOLING -> {
				checked(wire, request);
				wire.now(text("status.timeline.cooling"), when.coolingUntil().map(times()::full).orElse(""), "");
				coming(wire, true);
			}
			case PAUSED -> {
				wire.now(text(when.paused().isPresent() ? "status.timeline.paused" : "status.timeline.check"),
						answerBy(when).orElse(""), "");
				coming(wire, true);
			}
			case PICTURE_WANTED -> {
				asked(wire, request, "status.timeline.asked", "status.timeline.send");
				coming(wire, true);
			}
			case AT_STORE -> {
				asked(wire, request, "status.timeline.store.asked", "status.timeline.store");
				if (atTheCounter(request)) {
					wire.next(text("status.timeline.old"), text("status.timeline.old.time"), "");
				}
				else {
					coming(wire, true);
				}
			}
			case PREPARING -> {
				checked(wire, request);
				wire.now(text("status.timeline.make"), text("status.timeline.make.time"), "");
				coming(wire, false);
			}
			case READY -> {
				checked(wire, request);
				if (request.card().isPresent()) {
					CardWords.timeline(this, wire, request);
					return wire;
				}
				made(wire, when);
				if (request.hasRunOut()) {
					wire.stopped(text("status.timeline.ran-out"), when.codeUntil().map(times()::stamp).orElse(""), "");
					return wire;
				}
				wire.now(text("status.timeline.install"), times().by(when.codeUntil().orElseThrow()),
						text("status.timeline.install.text"));
				wire.next(text("status.timeline.old"), text("status.timeline.old.time"), "");
			}
			case DONE -> {
				checked(wire, request);
				made(wire, when);
				when.installed().ifPresent(at -> wire.done(text("status.timeline.installed"), times().stamp(at), ""));
				when.ended()
					.ifPresentOrElse(at -> wire.done(text("status.timeline.old.done"), times().stamp(at), ""),
							() -> wire.now(text("status.timeline.old"), text("status.timeline.make.time"), ""));
			}
			case DECLINED -> ended(wire, "status.timeline.declined", when);
			case WITHDRAWN -> {
				checked(wire, request);
				ended(wire, "status.timeline.withdrawn", when);
			}
			case EXPIRED -> {
				checked(wire, request);
				made(wire, when);
				ended(wire, when.ready().isPresent() ? "status.timeline.expired" : "status.timeline.ended.asked", when);
			}
		}
		return wire;
	}

	/** Whether a shop looks at the document and hands a card over. */
	private static boolean atTheCounter(RequestView request) {
		return request.card().flatMap(CardView::way).filter(way -> way == SimWay.STORE).isPresent();
	}

	private void asked(Timeline wire, RequestView request, String done, String now) {
		request.asking().ifPresent(asking -> {
			wire.done(text(done), times().stamp(asking.at()), "");
			wire.now(text(now), times().by(asking.until()), "");
		});
	}

	private void checked(Timeline wire, RequestView request) {
		request.times()
			.decided()
			.ifPresent(
					at -> wire.done(
							text(request.route().filter(Route.AUTOMATIC::equals).isPresent()
									? "status.timeline.checked.auto" : "status.timeline.checked.person"),
							times().stamp(at), ""));
	}

	private void made(Timeline wire, RequestView.Times when) {
		when.ready().ifPresent(at -> wire.done(text("status.timeline.made"), times().stamp(at), ""));
	}

	private void ended(Timeline wire, String key, RequestView.Times when) {
		wire.stopped(text(key), when.ended().map(times()::stamp).orElse(""), "");
	}

	private void coming(Timeline wire, boolean alsoMaking) {
		if (alsoMaking) {
			wire.next(text("status.timeline.make"), text("status.timeline.make.time"), "");
		}
		wire.next(text("status.timeline.install"), text("status.timeline.install.time"),
				text("status.timeline.install.text"));
		wire.next(text("status.timeline.old"), text("status.timeline.old.time"), "");
	}

	private Facts facts(RequestView request) {
		var facts = Facts.box().fact(text("status.reference"), Prose.number(request.reference().reference()));
		request.times().submitted().ifPresent(at -> facts.fact(text("status.sent"), times().full(at)));
		this.proof.filter(mine -> !atTheCounter(request))
			.flatMap(mine -> this.prospects.sent(request.reference(), mine.who()))
			.ifPresent(sent -> new RouteWords(visit()).after(facts, sent, request.phase()));
		return facts.fact(text("status.price"), words().money(request.fee()));
	}

	private Acts acts(RequestView request) {
		String here = "/requests/" + request.reference();
		var acts = new Acts();
		switch (request.phase()) {
			case READY -> {
				CardWords.act(this, request).ifPresent(acts::add);
				if (request.card().isEmpty() && !request.hasRunOut()) {
					acts.add(Act.go(text("status.install"), here + "/esim").named("install"));
				}
				if (newCodeUntil(request).isPresent()) {
					var renew = Act.press(text("status.new-code"), () -> newCode(request)).named("new-code");
					acts.add(request.hasRunOut() ? renew : renew.quiet());
				}
			}
			case DECLINED, WITHDRAWN, EXPIRED -> acts.add(Act.go(text("status.lines"), "/lines").named("lines"));
			case DRAFT, CHECKING, COOLING, PAUSED, PICTURE_WANTED, AT_STORE, PREPARING -> {
			}
			case DONE -> acts.add(Act.go(text("status.lines"), "/lines").quiet().named("lines"));
		}
		if (request.canWithdraw()) {
			var cancel = new Link(here + "/cancel", text("status.cancel"));
			cancel.setId("cancel");
			acts.add(cancel);
		}
		return acts;
	}

}
