package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.resim.identity.Side;
import app.resim.request.Asking;
import app.resim.request.PictureWish;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Facts;
import app.resim.ui.Form;
import app.resim.ui.Page;
import app.resim.ui.Problem;
import app.resim.ui.Prose;
import com.vaadin.flow.component.html.Div;

/**
 * Asks for the pictures that a reviewer wants again, each with the reason, and for
 * nothing else.
 */
final class WantedPictures extends Div {

	private final Page page;

	private final Requests requests;

	private final RequestView request;

	private final CurrentCustomer customer;

	private final HandCodes codes;

	private final List<PictureQuestion> questions = new ArrayList<>();

	private final Runnable moved;

	/**
	 * A form for the missing pictures.
	 * @param page on which it stands
	 * @param requests takes the pictures
	 * @param request for which they are
	 * @param customer who is signed in
	 * @param codes let a phone take them
	 * @param moved shows how the request stands now
	 */
	WantedPictures(Page page, Requests requests, RequestView request, CurrentCustomer customer, HandCodes codes,
			Runnable moved) {
		this.page = page;
		this.requests = requests;
		this.request = request;
		this.customer = customer;
		this.codes = codes;
		this.moved = moved;
		setId("wanted");
		addClassName("stack");
		Asking asking = request.asking().orElseThrow();
		asking.note()
			.ifPresent(note -> add(Facts.plain().fact(page.text("status.picture.note"), Prose.verbatim(note))));
		asking.pictures().forEach(wish -> this.questions.add(question(wish, asking)));
		var all = new Div();
		all.addClassName("stack");
		this.questions.forEach(all::add);
		String answer = requests.answerIfSentNow(request.reference(), customer.id()).map(page.times()::by).orElse("");
		add(Form.of(this::send, all,
				Prose.paragraph(page.text("status.picture.until", page.times().by(asking.until()), answer), "soft"),
				new Acts(Act.submit(page.text("status.picture.send")).named("send-pictures"))));
	}

	private PictureQuestion question(PictureWish wish, Asking asking) {
		var pictures = new Pictures(this.requests, this.request.reference(), this.customer.id());
		var question = new PictureQuestion(this.page, pictures, wanted(wish.side()).because(wish.reason()), this.moved)
			.alsoOnAPhone(this.codes, this.customer);
		return asking.came().contains(wish.side()) ? question.holding(Pictures.of(this.request, wish.side()))
				: question;
	}

	private Wanted wanted(Side side) {
		return (side == Side.PORTRAIT) ? Wanted.portrait()
				: Wanted.document(this.request.documentKind().orElseThrow(), side);
	}

	private void send() {
		this.page.accept();
		List<Problem> missing = this.questions.stream()
			.filter(question -> question.stored().isEmpty())
			.map(question -> new Problem(question.field(), question.missing()))
			.toList();
		if (!missing.isEmpty()) {
			this.page.refuse(missing);
			return;
		}
		switch (this.requests.sendPictures(this.request.reference(), this.customer.id())) {
			case SENT, INCOMPLETE, OVER -> this.moved.run();
		}
	}

}
