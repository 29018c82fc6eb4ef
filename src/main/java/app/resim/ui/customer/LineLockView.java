package app.resim.ui.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.account.Factors;
import app.resim.kernel.SubscriberId;
import app.resim.request.LineView;
import app.resim.request.Lines;
import app.resim.request.LockAnswer;
import app.resim.request.LockOpenings;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Locks a line against replacement, and opens it again. Without the number of a line in
 * its address it shows the only one there is.
 */
@Route(value = "lines/lock", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class LineLockView extends Page implements BeforeEnterObserver {

	private final Lines lines;

	private final LockOpenings openings;

	private final Factors factors;

	private final CurrentCustomer customer;

	private final SubscriberId owner;

	private int place;

	LineLockView(Visits visits, CurrentCustomer customer, Lines lines, LockOpenings openings, Factors factors) {
		super(visits.current());
		this.lines = lines;
		this.openings = openings;
		this.factors = factors;
		this.customer = customer;
		this.owner = customer.id();
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		List<LineView> mine = this.lines.of(this.owner);
		this.place = event.getLocation()
			.getQueryParameters()
			.getSingleParameter("line")
			.filter(asked -> asked.matches("[1-9][0-9]{0,3}"))
			.map(Integer::parseInt)
			.orElse((mine.size() == 1) ? 1 : 0);
		if (this.place < 1 || this.place > mine.size()) {
			Way.forward(event, Way.LINES);
			return;
		}
		show(mine.get(this.place - 1), Optional.empty());
	}

	private void show(LineView line, Optional<Notice> said) {
		clear();
		back(Way.LINES);
		String number = PhoneNumbers.spaced(line.number().e164());
		String heading = line.lockedSince()
			.map(since -> text("lock.locked", number, times().full(since)))
			.orElseGet(() -> text("lock.open", number));
		title(heading);
		explainedBy("account");
		add(new PageHead(heading).lead(text("lock.lead")));
		said.map(Notice::announced).ifPresent(this::add);
		if (line.lockedSince().isPresent()) {
			locked(line);
		}
		else {
			open(line);
		}
	}

	private void open(LineView line) {
		boolean opens = !this.factors.of(this.owner).passkeys().isEmpty();
		add(new PlainList(text("lock.free"), text("lock.how"), text("lock.sent")));
		if (!opens) {
			add(Notice.warn(text("lock.no-passkey"), text("lock.no-passkey.text"))
				.act(Act.go(text("lock.no-passkey.go"), SignInPaths.READY).named("get-ready")));
		}
		add(new Acts(Act.press(text("lock.do"), () -> lock(line)).named("lock"),
				Act.go(text("lock.not"), Way.LINES).aside().named("keep")));
	}

	private void locked(LineView line) {
		Optional<Instant> opening = this.openings.opensAt(this.owner, line.number());
		opening.ifPresent(at -> add(Notice.warn(text("lock.opening", times().full(at)), text("lock.opening.text"))
			.act(Act.press(text("lock.opening.keep"), () -> keep(line)).named("keep-locked"))));
		boolean opens = !this.factors.of(this.owner).passkeys().isEmpty();
		add(new PlainList(text("lock.how"),
				text(opens ? "lock.undo.how" : "lock.undo.none", PhoneNumbers.spaced(visit().brand().hotline()))));
		var acts = new Acts(Act.press(text("lock.undo"), () -> unlock(line)).quiet().named("unlock"));
		if (opening.isEmpty()) {
			// it only leads back: where staff would open the lock, the button above keeps
			// it
			acts.add(Act.go(text("lock.keep"), Way.LINES).aside().named("keep"));
		}
		add(acts);
	}

	private void lock(LineView line) {
		told(line, this.lines.lock(this.customer.proof(), line.number()), "lock.done");
	}

	private void unlock(LineView line) {
		told(line, this.lines.unlock(this.customer.proof(), line.number()), "lock.undone");
	}

	/** Keeping a lock wants no fresh factor: it opens nothing. */
	private void keep(LineView line) {
		this.openings.keep(this.owner, line.number());
		again(line, Notice.ok(text("lock.opening.kept"), text("lock.done.text")));
	}

	private void told(LineView line, LockAnswer answer, String done) {
		switch (answer) {
			case DONE -> again(line, Notice.ok(text(done), text(done + ".text")));
			case NEEDS_FRESH_PROOF -> again(line, Notice.info(Icons.LOCKED, text("lock.prove"), text("lock.prove.text"))
				.act(Act.go(text("lock.prove.go"), SignInPaths.again(Way.lock(this.place))).named("prove")));
			case NEEDS_PASSKEY -> again(line, Notice.info(Icons.LOCKED, text("lock.passkey"), text("lock.passkey.text"))
				.act(Act.go(text("lock.passkey.go"), SignInPaths.more(Way.lock(this.place))).named("prove")));
			case NOT_YOURS -> getUI().ifPresent(ui -> Way.go(ui, Way.LINES));
		}
	}

	private void again(LineView line, Notice said) {
		this.lines.of(this.owner)
			.stream()
			.filter(now -> now.number().equals(line.number()))
			.findFirst()
			.ifPresent(now -> show(now, Optional.of(said)));
	}

}
