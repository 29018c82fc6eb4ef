package app.resim.ui.backoffice;

import java.util.Locale;
import java.util.Optional;

import app.resim.catalogue.SimWay;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Iccid;
import app.resim.request.CardDesk;
import app.resim.request.CardRow;
import app.resim.request.CounterCase;
import app.resim.request.DeskAnswer;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Facts;
import app.resim.ui.Form;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * One physical card: the one thing that has to be done with it now.
 */
@Route(value = "staff/cards/:reference", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "CLERK" })
final class CardCasePage extends Page implements BeforeEnterObserver {

	private final CardDesk desk;

	private final String me;

	private final Labels labels;

	CardCasePage(Visits visits, CardDesk desk, CurrentStaff staff) {
		super(visits.current());
		this.desk = desk;
		this.me = staff.name();
		this.labels = new Labels(words());
		withoutRail();
		title(text("desk.title"));
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		event.getRouteParameters()
			.get("reference")
			.flatMap(RequestReference::read)
			.ifPresentOrElse(reference -> show(reference, Optional.empty()), () -> gone(Optional.empty()));
	}

	private void show(RequestReference reference, Optional<Notice> said) {
		this.desk.look(reference, this.me).ifPresentOrElse(found -> show(found, said), () -> gone(said));
	}

	private void gone(Optional<Notice> said) {
		clear();
		said.ifPresent(notice -> add(notice.announced()));
		add(new PageHead(text("desk.case.gone.title")).lead(text("desk.case.gone")),
				Link.alone(Paths.CARDS, text("desk.back")));
		begin();
	}

	private void show(CounterCase found, Optional<Notice> said) {
		clear();
		CardRow card = found.row();
		title(text("desk.case.title", card.reference().reference()));
		add(new PageHead(text("desk.case.title", card.reference().reference())));
		said.ifPresent(notice -> add(notice.announced()));
		add(facts(found), next(found), Link.alone(Paths.CARDS, text("desk.back")));
		begin();
	}

	private Facts facts(CounterCase found) {
		CardRow card = found.row();
		Locale reader = words().language().locale();
		Facts facts = Facts.box()
			.fact(text("desk.name"), Prose.verbatim(found.registeredName()))
			.fact(text("desk.line"), Prose.number(card.maskedLine()))
			.fact(text("desk.way"), text("card.way." + card.way()))
			.fact(text("desk.state"), text(CardsPage.state(card)));
		card.store()
			.flatMap(visit().brand()::store)
			.ifPresent(shop -> facts.fact(text("desk.shop"), shop.name(reader)));
		card.tracking().ifPresent(number -> facts.fact(text("desk.tracking"), Prose.number(number)));
		return facts;
	}

	private Component next(CounterCase found) {
		CardRow card = found.row();
		if (found.phase() == Phase.AT_STORE && card.way() == SimWay.STORE) {
			return document(card.reference());
		}
		if (found.phase() != Phase.READY || card.state().isEmpty()) {
			return Prose.paragraph(text("desk.wait.other"), "soft");
		}
		return switch (card.state().get()) {
			case WANTED -> take(card.reference());
			case PREPARED -> (card.way() == SimWay.COURIER) ? send(card.reference()) : hand(card);
			case SENT -> Prose.paragraph(text("desk.wait.sent"), "soft");
			case HANDED_OUT -> Prose.paragraph(text("desk.wait.other"), "soft");
		};
	}

	private Component document(RequestReference reference) {
		var shown = ChoiceCards.<DocumentKind>labelled(words(), "document", text("desk.document"))
			.hint(text("desk.document.hint"));
		visit().brand()
			.documents()
			.forEach(kind -> shown.card(kind, kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
					this.labels.document(kind), "", null));
		return new Div(
				Form.of(() -> documentSeen(reference, shown), shown,
						new Acts(Act.submit(text("desk.document.fits")).named("fits"))),
				Prose.paragraph(text("desk.document.not"), "soft"));
	}

	private void documentSeen(RequestReference reference, ChoiceCards<DocumentKind> shown) {
		accept();
		if (shown.chosen().isEmpty()) {
			refuse(shown, text("desk.document.none"));
			return;
		}
		show(reference, Optional.of(switch (this.desk.documentSeen(reference, this.me, shown.chosen().get())) {
			case DONE -> Notice.ok(text("desk.done.document"), "");
			case PASSED_ON, ALREADY_APPROVED -> Notice.warn(text("desk.second"), "");
			case OWN_ACCOUNT -> Notice.warn(text("desk.own"), "");
			case STOPPED, SOMEBODY_ELSE, NOT_YOURS, ALREADY_DECIDED -> Notice.warn(text("desk.late"), "");
		}));
	}

	private Component take(RequestReference reference) {
		var number = TextQuestion.labelled(words(), "iccid", text("desk.take")).hint(text("desk.take.hint")).digits();
		return Form.of(() -> take(reference, number), number, new Acts(Act.submit(text("desk.take.go")).named("take")));
	}

	private void take(RequestReference reference, TextQuestion number) {
		accept();
		String digits = number.typed().replaceAll("[^0-9]", "");
		if (!digits.matches("[0-9]{19,20}")) {
			refuse(number, text("desk.take.wrong"));
			return;
		}
		DeskAnswer answer = this.desk.take(reference, this.me, new Iccid(digits));
		if (answer == DeskAnswer.CARD_TAKEN) {
			refuse(number, text("desk.take.taken"));
			return;
		}
		show(reference, Optional.of(told(answer, "desk.done.take")));
	}

	private Notice told(DeskAnswer answer, String done) {
		return switch (answer) {
			case DONE -> Notice.ok(text(done), "");
			case TOO_OFTEN -> Notice.danger(text("desk.hand.too-often"), "");
			case OWN_ACCOUNT -> Notice.warn(text("desk.own"), "");
			case CARD_TAKEN, WRONG_CODE, NOT_NOW -> Notice.warn(text("desk.late"), "");
		};
	}

	private Component hand(CardRow card) {
		if (card.way() != SimWay.PICKUP) {
			return new Stack(text("desk.hand"), Prose.paragraph(text("desk.hand.text")), new Acts(
					Act.press(text("desk.hand.go"), () -> handed(card.reference(), Optional.empty())).named("hand")));
		}
		var code = TextQuestion.labelled(words(), "code", text("desk.hand.code"))
			.hint(text("desk.hand.code.hint"))
			.digits()
			.brief();
		return new Stack(text("desk.hand"), Prose.paragraph(text("desk.hand.text")),
				Form.of(() -> handed(card.reference(), Optional.of(code)), code,
						new Acts(Act.submit(text("desk.hand.go")).named("hand"))));
	}

	private void handed(RequestReference reference, Optional<TextQuestion> code) {
		accept();
		DeskAnswer answer = this.desk.handOut(reference, this.me, code.map(TextQuestion::typed).orElse(""));
		if (answer == DeskAnswer.WRONG_CODE) {
			code.ifPresent(field -> refuse(field, text("desk.hand.wrong")));
			return;
		}
		show(reference, Optional.of(told(answer, "desk.done.hand")));
	}

	private Component send(RequestReference reference) {
		var address = new Div();
		address.addClassName("stack");
		address.add(Prose.paragraph(text("desk.address.note"), "soft", "small"), new Acts(
				Act.press(text("desk.address.show"), () -> address(reference, address)).quiet().named("address")));
		var tracking = TextQuestion.labelled(words(), "tracking", text("desk.sent")).brief();
		return new Stack(text("desk.address"), address, Form.of(() -> sent(reference, tracking), tracking,
				new Acts(Act.submit(text("desk.sent.go")).named("sent"))));
	}

	private void address(RequestReference reference, Div place) {
		this.desk.parcel(reference, this.me).ifPresent(parcel -> {
			place.removeAll();
			var lines = Prose.verbatim(parcel.name() + "\n" + String.join("\n", parcel.address().lines()) + "\n"
					+ parcel.address().country());
			lines.setId("parcel");
			place.add(lines);
		});
	}

	private void sent(RequestReference reference, TextQuestion tracking) {
		accept();
		String typed = tracking.typed().replaceAll("\\p{Cntrl}", "").strip();
		show(reference,
				Optional.of(told(this.desk.sent(reference, this.me, Optional.of(typed).filter(text -> !text.isEmpty())),
						"desk.done.sent")));
	}

}
