package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.catalogue.Catalogue;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
import app.resim.request.DeviceFacts;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Form;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.PlainList;
import app.resim.ui.Problem;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Which identity document, and its photos.
 */
@Route(value = "requests/:reference/document", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class DocumentView extends QuestionPage {

	private final Catalogue catalogue;

	private final CurrentCustomer customer;

	private final HandCodes codes;

	private final Div photos = new Div();

	private ChoiceCards<DocumentKind> kinds;

	private List<PictureQuestion> asked = List.of();

	/** Of a document that no machine reads. */
	private Optional<TextQuestion> number = Optional.empty();

	/** Of which document the stored pictures are. */
	private Optional<DocumentKind> stored = Optional.empty();

	DocumentView(Visits visits, CurrentCustomer customer, Requests requests, Catalogue catalogue, HandCodes codes) {
		super(visits, customer, requests, Question.DOCUMENT);
		this.catalogue = catalogue;
		this.customer = customer;
		this.codes = codes;
		this.kinds = ChoiceCards.heading(words(), "kind", text("customer.document.question"));
		this.photos.addClassName("stack");
	}

	@Override
	void ask(RequestView found) {
		title(text("customer.document.question"));
		explainedBy("good-pictures");
		this.stored = found.documentKind();
		this.kinds = kinds(found);
		this.photos.removeAll();
		// the brand's most usual document is proposed; another one is one press away
		this.kinds.choose(this.codes.wanted(this.customer, reference())
			.flatMap(Subject::kind)
			.or(found::documentKind)
			.orElse(this.catalogue.brand(found.brand()).documents().getFirst()));
		askPhotos();
		recognised(found);
		add(Form.of(this::answered, this.kinds, this.photos,
				new Acts(Act.submit(text("shell.continue")).named("continue"))),
				new Disclosure(text("customer.picture.kept"), new PlainList(text("customer.picture.kept.sealed"),
						text("customer.picture.kept.who"),
						text("customer.picture.kept.until", this.catalogue.brand(found.brand()).keeping().requestDays(),
								this.catalogue.brand(found.brand()).keeping().draftDays()))),
				Prose.paragraph(text("customer.picture.fraud"), "soft", "small"));
	}

	private void recognised(RequestView found) {
		found.device()
			.filter(device -> device.verdict() == Verdict.COMPATIBLE && this.stored.isEmpty())
			.ifPresent(device -> add(Notice.ok(text("customer.document.device", new DeviceWords(words()).name(device)),
					caution(device))));
	}

	private String caution(DeviceFacts device) {
		if (device.source() == DeviceFacts.Source.EID) {
			return text("customer.document.device.eid");
		}
		return device.exception().map(exception -> text("device.exception." + exception)).orElse("");
	}

	private ChoiceCards<DocumentKind> kinds(RequestView found) {
		var cards = ChoiceCards.<DocumentKind>heading(words(), "kind", text("customer.document.question"))
			.hint(text("customer.document.hint"));
		for (DocumentKind kind : this.catalogue.brand(found.brand()).documents()) {
			String key = "customer.document." + kind.name();
			cards.card(kind, kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), text(key), text(key + ".text"),
					kind == DocumentKind.PASSPORT || kind == DocumentKind.RU_PASSPORT ? Icons.PASSPORT : Icons.ID_CARD);
		}
		return cards.whenChosen(this::askPhotos);
	}

	/** Stored pictures count only for the document that they are of. */
	private void askPhotos() {
		this.photos.removeAll();
		this.asked = this.kinds.chosen().map(this::questions).orElse(List.of());
		this.asked.forEach(this.photos::add);
		this.number = this.kinds.chosen().filter(requests()::asksNumber).map(this::number);
		this.number.ifPresent(this.photos::add);
	}

	private TextQuestion number(DocumentKind kind) {
		var question = TextQuestion.labelled(words(), "number", text("customer.document.number"))
			.hint(text("customer.document.number." + kind.name()))
			.autocomplete("off")
			.brief();
		return requests().typedNumber(reference(), owner(), kind).map(question::filled).orElse(question);
	}

	private List<PictureQuestion> questions(DocumentKind kind) {
		List<PictureQuestion> questions = new ArrayList<>();
		questions.add(question(kind, Side.FRONT));
		if (kind.hasBack()) {
			questions.add(question(kind, Side.BACK));
		}
		return questions;
	}

	private PictureQuestion question(DocumentKind kind, Side side) {
		var wanted = Wanted.document(kind, side);
		var pictures = new Pictures(requests(), reference(), owner());
		var question = new PictureQuestion(this, pictures, wanted, this::leave).alsoOnAPhone(this.codes, this.customer)
			.whenAdded(picture -> keep(kind, picture));
		return question.holding(this.stored.filter(kind::equals).flatMap(any -> now(side)));
	}

	private Optional<Picture> now(Side side) {
		return requests().find(reference(), owner()).flatMap(request -> Pictures.of(request, side));
	}

	/** The first picture of another document takes the place of all that were there. */
	private void keep(DocumentKind kind, Picture added) {
		if (this.stored.filter(kind::equals).isPresent()) {
			return;
		}
		stored(() -> {
			requests().chooseDocument(reference(), owner(), kind);
			Side other = (added.side() == Side.FRONT) ? Side.BACK : Side.FRONT;
			now(other).ifPresent(old -> requests().removePicture(reference(), owner(), old.id()));
		});
		this.stored = Optional.of(kind);
	}

	private void answered() {
		accept();
		Optional<DocumentKind> kind = this.kinds.chosen();
		if (kind.isEmpty()) {
			refuse(this.kinds, text("customer.document.none"));
			return;
		}
		List<Problem> missing = Stream
			.concat(this.asked.stream()
				.filter(question -> question.stored().isEmpty())
				.map(question -> new Problem(question.field(), question.missing())),
					this.number.flatMap(question -> wrong(question, kind.get())).stream())
			.toList();
		if (missing.isEmpty()) {
			saved(() -> requests().chooseDocument(reference(), owner(), kind.get()));
		}
		else {
			refuse(missing);
		}
	}

	private Optional<Problem> wrong(TextQuestion question, DocumentKind kind) {
		return requests().noteNumber(reference(), owner(), kind, question.typed())
			.map(fault -> new Problem(question, text("identity.number." + fault)));
	}

}
