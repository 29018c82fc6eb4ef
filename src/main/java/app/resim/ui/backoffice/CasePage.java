package app.resim.ui.backoffice;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import app.resim.account.StaffMember.Role;
import app.resim.request.CaseView;
import app.resim.request.Halts;
import app.resim.request.Pauses;
import app.resim.request.Pauses.Pause;
import app.resim.request.Phase;
import app.resim.request.Receipts;
import app.resim.request.RequestReference;
import app.resim.request.Reviews;
import app.resim.request.Reviews.Decision;
import app.resim.request.Weighed;
import app.resim.request.WorklistRow;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Disclosure;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.Prose;
import app.resim.ui.ReceiptFile;
import app.resim.ui.Stack;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import app.resim.ui.backoffice.DecisionForm.Choice;
import app.resim.ui.backoffice.DecisionForm.Written;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/**
 * One case. Personal data is drawn only for the reviewer who has claimed it.
 */
@Route(value = "staff/cases", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "FRAUD" })
final class CasePage extends LivePage implements HasUrlParameter<String> {

	private final Reviews reviews;

	private final Evidence evidence;

	private final Pauses pauses;

	private final Receipts receipts;

	private final Halts halts;

	private final Colleagues colleagues;

	private final Clock clock;

	private final String me;

	private final boolean approves;

	private final boolean brakes;

	private final Div changed = new Div();

	private @Nullable Standing standing;

	private @Nullable CaseHead head;

	private @Nullable DecisionForm form;

	private @Nullable TextQuestion brake;

	private Written kept = Written.NOTHING;

	CasePage(Visits visits, Reviews reviews, Pauses pauses, CurrentStaff staff, Evidence evidence, Receipts receipts,
			Halts halts, Colleagues colleagues, LiveWork live, Clock clock) {
		super(visits.current(), live);
		this.reviews = reviews;
		this.evidence = evidence;
		this.pauses = pauses;
		this.receipts = receipts;
		this.halts = halts;
		this.colleagues = colleagues;
		this.clock = clock;
		this.me = staff.name();
		this.approves = staff.signedIn().roles().contains(Role.REVIEWER);
		this.brakes = staff.signedIn().roles().contains(Role.FRAUD);
	}

	@Override
	public void setParameter(BeforeEvent event, String parameter) {
		Optional<Standing> found = RequestReference.read(parameter)
			.flatMap(reference -> Standing.of(this.reviews, reference, this.me));
		if (found.isEmpty()) {
			event.rerouteToError(NotFoundException.class);
			return;
		}
		this.kept = Written.NOTHING;
		title(found.get().row().reference().reference());
		draw(found.get());
		focus();
	}

	private void draw(Standing now, Component... said) {
		clear();
		this.standing = now;
		this.form = null;
		this.changed.removeAll();
		switch (now) {
			case Standing.Free(WorklistRow row) -> free(row, said);
			case Standing.Taken(WorklistRow row, String by) -> taken(row, by, said);
			case Standing.Mine(WorklistRow row, CaseView work) -> mine(row, work, said);
			case Standing.Waiting(WorklistRow row) -> waiting(row, said);
			case Standing.Reserved(WorklistRow row, String whom) -> reserved(row, whom, said);
			case Standing.TooClose(WorklistRow row) -> tooClose(row, said);
			case Standing.Over(WorklistRow row) -> over(row, said);
		}
		if (this.brakes && !(now instanceof Standing.TooClose) && this.pauses.isPossible(reference())) {
			brake();
		}
	}

	private void open(CaseHead drawn, Component... said) {
		drawn.tell(this.clock.instant());
		this.head = drawn;
		add(drawn);
		add(said);
	}

	private void free(WorklistRow row, Component... said) {
		open(new CaseHead(visit(), row, row.maskedLine(), new Badge(Look.WAIT, text("backoffice.nobody"))), said);
		add(Notice.info(Icons.LOCKED, text("backoffice.free"), text("backoffice.free.text"))
			.act(Act.press(text("backoffice.review"), this::claim).named("review").key("c")));
		add(new CaseFacts(visit()).masked(row), signals(SignalList.of(row, words())));
		keepWritten();
	}

	private void taken(WorklistRow row, String by, Component... said) {
		String name = this.colleagues.nameOf(by);
		open(new CaseHead(visit(), row, row.maskedLine(), new Badge(Look.NOW, name)), said);
		add(Notice.info(Icons.PERSON, text("backoffice.taken", name), text("backoffice.taken.text")));
		add(new CaseFacts(visit()).masked(row), signals(SignalList.of(row, words())));
		keepWritten();
		offerNext();
	}

	private void waiting(WorklistRow row, Component... said) {
		open(headOf(row), said);
		add(Notice.info(Icons.CLOCK, text("backoffice.waiting"),
				text("backoffice.waiting.text", row.waitsUntil().map(times()::full).orElse("–"))));
		add(new CaseFacts(visit()).masked(row), signals(SignalList.of(row, words())));
		keepWritten();
		offerNext();
	}

	private void reserved(WorklistRow row, String whom, Component... said) {
		String name = this.colleagues.nameOf(whom);
		open(new CaseHead(visit(), row, row.maskedLine(), new Badge(Look.WAIT, text("backoffice.nobody"))), said);
		add(Notice.info(Icons.CLOCK, text("backoffice.reserved", name), text("backoffice.reserved.text", name)));
		add(new CaseFacts(visit()).masked(row), signals(SignalList.of(row, words())));
		keepWritten();
		offerNext();
	}

	private void tooClose(WorklistRow row, Component... said) {
		open(headOf(row), said);
		add(Notice.info(Icons.LOCKED, text("backoffice.own"), text("backoffice.own.text")));
		offerNext();
	}

	private CaseHead headOf(WorklistRow row) {
		return new CaseHead(visit(), row, row.maskedLine(),
				new Badge(Look.PLAIN, new Labels(words()).phase(row.phase())));
	}

	private void over(WorklistRow row, Component... said) {
		open(new CaseHead(visit(), row, row.maskedLine(),
				new Badge(Look.PLAIN, new Labels(words()).phase(row.phase()))), said);
		add(Notice.info(Icons.CHECK_CIRCLE, text("backoffice.over"), text("backoffice.over.text")));
		add(new CaseFacts(visit()).masked(row));
		if (this.receipts.areGivenFor(row.phase())) {
			add(new Stack(text("receipt.title"), Prose.paragraph(text("receipt.staff")),
					new ReceiptFile(row.reference().reference(), () -> this.receipts.forStaff(row.reference(), this.me))
						.link(text("receipt.save"))));
		}
		keepWritten();
		offerNext();
	}

	private void mine(WorklistRow row, CaseView work, Component... said) {
		Act giveBack = Act.press(text("backoffice.give-back"), this::giveBack).named("give-back").key("c");
		open(new CaseHead(visit(), row, work.request().line().spaced(), new Badge(Look.NOW, text("backoffice.mine")))
			.tool(giveBack), said);
		var timeline = new CaseTimeline(visit());
		var start = new Div(this.evidence.of(work.request(), visit()), new CaseFacts(visit()).compared(work));
		ReadingTable.of(words(), work).ifPresent(table -> start.addComponentAtIndex(1, table));
		var end = new Div(signals(SignalList.of(work, words())), decision(work), timeline.of(work),
				timeline.earlier(work));
		work.weighed().ifPresent(weighed -> end.addComponentAtIndex(1, weighed(weighed)));
		var columns = new Div(start, end);
		columns.addClassName("case");
		this.changed.setId("changed");
		add(this.changed);
		told(work);
		add(columns);
	}

	private void told(CaseView work) {
		work.request()
			.asking()
			.filter(asking -> work.request().phase() == Phase.AT_STORE)
			.ifPresent(asking -> add(Notice.info(Icons.HOME, text("backoffice.store.mine"),
					text("backoffice.store.mine.text", times().full(asking.until())))));
		if (!work.stops().isEmpty() && work.request().phase() != Phase.PAUSED) {
			add(Notice.warn(text("backoffice.objection.before"),
					text("backoffice.objection.before.text", work.stops().size())));
		}
		work.firstApprover()
			.ifPresent(first -> add(first.equals(this.me)
					? Notice.info(Icons.INFO, text("backoffice.second.you"), text("backoffice.second.you.text"))
					: Notice.info(Icons.EYE, text("backoffice.second"),
							text("backoffice.second.text", this.colleagues.nameOf(first)))));
	}

	private Component signals(SignalList list) {
		return new Stack(text("backoffice.signals"), list);
	}

	private Component weighed(Weighed weighed) {
		var stack = new Stack(text("backoffice.weighed"), new WeighedFacts(visit()).of(weighed));
		stack.setId("weighed");
		return stack;
	}

	private Component decision(CaseView work) {
		if (work.request().phase() == Phase.PAUSED) {
			return objection(work);
		}
		if (work.stalled()) {
			return stalled(work.fault().orElse(""));
		}
		this.form = new DecisionForm(this, work, this.me, this.approves, this::decide).fill(this.kept);
		return this.form;
	}

	private Component objection(CaseView work) {
		Optional<Pause> pause = this.pauses.of(reference(), this.me);
		if (pause.isPresent()) {
			return setAside(pause.get());
		}
		var objection = new Section(new H2(text("backoffice.objection")),
				Prose.paragraph(text("backoffice.objection." + work.stops().getLast().name())),
				Prose.paragraph(text("backoffice.objection.text")),
				new Acts(Act.press(text("backoffice.objection.act"), this::lookInto).named("look-into")));
		objection.setId("objection");
		objection.addClassName("decide");
		return objection;
	}

	private Component setAside(Pause pause) {
		boolean mine = pause.by().equals(this.me);
		var aside = new Section(new H2(text("pause.set-aside")),
				Prose.paragraph(text("pause.set-aside.by", this.colleagues.nameOf(pause.by()))),
				Prose.verbatim(pause.why()),
				Prose.paragraph(text(mine ? "pause.set-aside.mine" : "pause.set-aside.text")));
		if (!mine) {
			aside.add(new Acts(Act.press(text("backoffice.objection.act"), this::lookInto).named("look-into")));
		}
		aside.setId("set-aside");
		aside.addClassName("decide");
		return aside;
	}

	/** Below everything else: it is pressed rarely, and in earnest. */
	private void brake() {
		this.brake = TextQuestion.lines(words(), "pause-why", text("pause.why")).hint(text("pause.why.hint"));
		add(new Disclosure(text("pause.title"), Prose.paragraph(text("pause.text")), this.brake,
				new Acts(Act.press(text("pause.act"), this::pause).stop().named("pause"))));
	}

	private void pause() {
		accept();
		TextQuestion asked = Objects.requireNonNull(this.brake);
		String why = asked.typed().strip();
		if (why.isEmpty() || why.length() > Pauses.LONGEST) {
			refuse(asked, text(why.isEmpty() ? "pause.why.missing" : "pause.why.long", Pauses.LONGEST));
			return;
		}
		settle(this.pauses.pause(reference(), this.me, why), "pause.done");
	}

	private void lookInto() {
		Decision decision = this.reviews.resume(reference(), this.me);
		if (decision == Decision.DONE) {
			drawAgain(Notice
				.ok(text("backoffice.done.looked-into", reference().reference()),
						text("backoffice.done.looked-into.text"))
				.announced());
		}
		else {
			settle(decision, "backoffice.done.looked-into");
		}
	}

	private Component stalled(String fault) {
		var again = new Section(new H2(text("backoffice.stalled.title")),
				Prose.paragraph(new Labels(words()).fault(fault)),
				Prose.paragraph(text("backoffice.stalled.code", fault.isEmpty() ? "–" : fault), "soft", "small"));
		if (this.approves) {
			again.add(new Acts(Act.press(text("backoffice.stalled.again"), this::resume).named("resume")));
		}
		this.halts.of(reference())
			.ifPresent(halt -> again.add(new H3(text("halt.asked")),
					new AskedList(visit(), halt.asked(), AskedList.MANY)));
		again.setId("stalled");
		again.addClassName("decide");
		return again;
	}

	private void claim() {
		this.reviews.claim(reference(), this.me);
		drawAgain();
	}

	private void giveBack() {
		this.reviews.giveBack(reference(), this.me);
		toWorklist();
	}

	private void decide(Choice choice) {
		Decision decision = switch (choice) {
			case Choice.Approve(String note) -> this.reviews.approve(reference(), this.me, note);
			case Choice.Decline decline ->
				this.reviews.decline(reference(), this.me, decline.why(), decline.words().orElse(null));
			case Choice.AskPictures ask ->
				this.reviews.askPictures(reference(), this.me, ask.wishes(), ask.words().orElse(null));
			case Choice.HandOver over -> this.reviews.handOver(reference(), this.me, over.words().orElse(null));
			case Choice.TakeBack back -> this.reviews.takeBack(reference(), this.me);
		};
		if (choice instanceof Choice.TakeBack && decision == Decision.DONE) {
			this.kept = Objects.requireNonNull(this.form).written();
			drawAgain();
			return;
		}
		String done = switch (choice) {
			case Choice.Approve approve -> "backoffice.done.approved";
			case Choice.Decline decline -> "backoffice.done.declined";
			case Choice.AskPictures ask -> "backoffice.done.picture";
			case Choice.HandOver over -> "backoffice.done.store";
			case Choice.TakeBack back -> "backoffice.done.resumed";
		};
		settle(decision, done);
	}

	private void resume() {
		settle(this.reviews.resume(reference(), this.me), "backoffice.done.resumed");
	}

	private void settle(Decision decision, String done) {
		switch (decision) {
			case DONE -> done(Notice.ok(text(done, reference().reference()), text(done + ".text")));
			case PASSED_ON -> done(Notice.ok(text("backoffice.done.passed-on", reference().reference()),
					text("backoffice.done.passed-on.text")));
			case OWN_ACCOUNT -> notDone(Notice.warn(text("backoffice.own-account"), text("backoffice.own.text")));
			case STOPPED -> notDone(Notice.warn(text("backoffice.stopped"), text("backoffice.stopped.text")));
			case SOMEBODY_ELSE -> notDone(Notice.warn(text("pause.somebody-else"), text("pause.set-aside.mine")));
			case ALREADY_APPROVED ->
				notDone(Notice.warn(text("backoffice.already-approved"), text("backoffice.already-approved.text")));
			case NOT_YOURS -> notDone(Notice.warn(text("backoffice.not-yours"), text("backoffice.not-yours.text")));
			case ALREADY_DECIDED -> notDone(Notice.warn(text("backoffice.already"), text("backoffice.already.text")));
		}
	}

	private void done(Notice notice) {
		RequestReference decided = reference();
		clear();
		this.form = null;
		this.standing = null;
		this.reviews.find(decided)
			.ifPresent(row -> open(new CaseHead(visit(), row, row.maskedLine(),
					new Badge(Look.OK, new Labels(words()).phase(row.phase()))), notice.announced()));
		offerNext();
		focus();
	}

	private void notDone(Notice notice) {
		if (this.form != null) {
			this.kept = this.form.written();
		}
		drawAgain(notice.announced());
	}

	/** What the reviewer wrote stays on the page, to be copied or used again. */
	private void keepWritten() {
		if (!this.kept.all().isEmpty()) {
			add(TextQuestion.lines(words(), "kept", text("backoffice.kept")).filled(this.kept.all()));
		}
	}

	private void offerNext() {
		add(new Acts(Act.press(text("backoffice.worklist.next"), this::takeNext).named("take-next").key("n"),
				Act.go(text("backoffice.to-worklist"), Paths.WORKLIST).aside().named("back-to-worklist")));
	}

	private void takeNext() {
		this.reviews.claimNext(this.me)
			.ifPresentOrElse(next -> getUI().ifPresent(page -> page.navigate(CasePage.class, next.reference())),
					this::toWorklist);
	}

	private void toWorklist() {
		getUI().ifPresent(page -> page.navigate(WorklistPage.class));
	}

	private void drawAgain(Component... said) {
		Standing.of(this.reviews, reference(), this.me).ifPresent(now -> draw(now, said));
		focus();
	}

	private void focus() {
		if (this.head != null && isAttached()) {
			this.head.focus();
		}
	}

	private RequestReference reference() {
		return Objects.requireNonNull(this.standing).row().reference();
	}

	@Override
	void refresh() {
		Standing shown = this.standing;
		if (shown == null) {
			return;
		}
		if (this.head != null) {
			this.head.tell(this.clock.instant());
		}
		Optional<WorklistRow> now = this.reviews.find(shown.row().reference());
		if (now.isEmpty() || now.get().equals(shown.row())) {
			return;
		}
		switch (shown) {
			// nothing that is being written or looked at is taken away unasked
			case Standing.Mine mine -> tellChange();
			case Standing.Free _, Standing.Taken _, Standing.Waiting _, Standing.Reserved _, Standing.TooClose _,
					Standing.Over _ ->
				Standing.of(this.reviews, shown.row().reference(), this.me).ifPresent(standing -> draw(standing));
		}
	}

	private void tellChange() {
		if (this.changed.getChildren().findAny().isEmpty()) {
			this.changed.add(Notice.warn(text("backoffice.changed"), text("backoffice.changed.text"))
				.act(Act.press(text("backoffice.changed.act"), this::showChange).named("show-change"))
				.announced());
		}
	}

	private void showChange() {
		if (this.form != null) {
			this.kept = this.form.written();
		}
		drawAgain();
	}

}
