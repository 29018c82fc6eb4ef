package app.resim.ui.customer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import app.resim.identity.Acceptance;
import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.request.Requests;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Field;
import app.resim.ui.FileQuestion;
import app.resim.ui.Icons;
import app.resim.ui.Page;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;

/**
 * Asks for one picture: a tile for the file, and once there is one, the acts to look at
 * it, to replace it and to remove it. The picture itself shows only when asked for,
 * because somebody may be looking over the shoulder.
 */
final class PictureQuestion extends Div {

	private final Page page;

	private final Pictures pictures;

	private final Wanted wanted;

	private final String name;

	private final PictureFile file;

	private final Div place = new Div();

	private final Runnable gone;

	private Consumer<Picture> added = picture -> {
	};

	private Optional<Picture> stored = Optional.empty();

	private Optional<PhonePanel> phone = Optional.empty();

	/**
	 * A question.
	 * @param page on which it stands
	 * @param pictures of the draft
	 * @param wanted which picture
	 * @param gone what is done when the request is no draft any more
	 */
	PictureQuestion(Page page, Pictures pictures, Wanted wanted, Runnable gone) {
		this.page = page;
		this.pictures = pictures;
		this.wanted = wanted;
		this.gone = gone;
		this.name = wanted.side().name().toLowerCase(Locale.ROOT);
		this.file = PictureFile.of(page, wanted);
		this.file.takes(this::received);
		addClassName("picture");
		add(this.place);
		empty();
	}

	/**
	 * Offers to add the picture from a phone.
	 * @param codes makes a code for this picture
	 * @param customer who is signed in
	 * @return this
	 */
	PictureQuestion alsoOnAPhone(HandCodes codes, CurrentCustomer customer) {
		String tile = this.wanted.field() + "-phone";
		FileQuestion question = this.file.question();
		var panel = new PhonePanel(this.page, this.wanted.field(),
				codes.of(customer, this.pictures.reference(), this.wanted),
				picture -> this.pictures.find(picture).ifPresent(this::keep), () -> question.focus(tile));
		question.or(tile, Icons.DEVICES, text("hand.tile"), text("hand.tile.text"), panel::open);
		this.phone = Optional.of(panel);
		empty();
		return this;
	}

	/** A page that was loaded again goes on with what the one before had begun. */
	@Override
	protected void onAttach(AttachEvent event) {
		if (event.isInitialAttach()) {
			this.phone.ifPresent(panel -> panel.begunBefore().ifPresent(begun -> {
				askFor();
				panel.goOn(begun);
			}));
		}
	}

	/**
	 * What is done with a new picture before it is shown as stored.
	 * @param told is told the picture
	 * @return this
	 */
	PictureQuestion whenAdded(Consumer<Picture> told) {
		this.added = told;
		return this;
	}

	/**
	 * Shows a picture as stored, from the start.
	 * @param picture the picture, or empty for none
	 * @return this
	 */
	PictureQuestion holding(Optional<Picture> picture) {
		picture.ifPresentOrElse(stored -> hold(stored), this::empty);
		return this;
	}

	Optional<Picture> stored() {
		return this.stored;
	}

	/** What to say when there is no picture. */
	String missing() {
		return text("customer.picture.none." + this.name);
	}

	/** Where an error belongs. */
	Field field() {
		return this.file.question();
	}

	/** Runs in the request that brings the file, without the page's lock. */
	private Runnable received(InputStream upload) throws IOException {
		try {
			return switch (this.pictures.add(this.wanted.subject(), upload)) {
				case Acceptance.Accepted(Picture picture) -> () -> keep(picture);
				case Acceptance.Again(Findings.Retake retake) -> () -> this.file.askAgain(retake);
				case Acceptance.Refused(Acceptance.Refusal refusal) -> () -> this.file.refuse(refusal);
			};
		}
		catch (Requests.NoSuchRequest ex) {
			return this.gone;
		}
	}

	private void keep(Picture picture) {
		this.page.accept();
		this.added.accept(picture);
		hold(picture).focusIt();
	}

	private void empty() {
		this.stored = Optional.empty();
		askFor();
	}

	private void askFor() {
		this.place.removeAll();
		this.place.add(this.file.question());
		this.phone.ifPresent(this.place::add);
	}

	private StoredPicture hold(Picture picture) {
		this.stored = Optional.of(picture);
		var held = new StoredPicture(this.page, this.name, picture, this.pictures.shown(picture.id()), this::replace,
				() -> remove(picture));
		this.place.removeAll();
		this.place.add(held);
		return held;
	}

	/** The stored picture stays until another one is accepted. */
	private void replace() {
		askFor();
		field().focusIt();
	}

	private void remove(Picture picture) {
		try {
			this.pictures.remove(picture.id());
		}
		catch (Requests.NoSuchRequest ex) {
			this.gone.run();
			return;
		}
		empty();
		field().focusIt();
	}

	private String text(String key, Object... args) {
		return this.page.text(key, args);
	}

}
