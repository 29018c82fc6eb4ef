package app.resim.ui.customer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import app.resim.identity.Acceptance;
import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.request.Requests;
import app.resim.ui.Field;
import app.resim.ui.FileQuestion;
import app.resim.ui.Icons;
import app.resim.ui.Page;
import app.resim.ui.Viewfinder;
import com.vaadin.flow.component.html.Div;

/**
 * Asks for one picture: a tile for the file, and once there is one, the acts to look at
 * it, to replace it and to remove it. The picture itself shows only when asked for,
 * because somebody may be looking over the shoulder.
 */
final class PictureQuestion extends Div {

	private final Page page;

	private final Pictures pictures;

	private final Side side;

	private final String name;

	private final FileQuestion file;

	private final Div place = new Div();

	private final Runnable gone;

	private Consumer<Picture> added = picture -> {
	};

	private Optional<Picture> stored = Optional.empty();

	/**
	 * A question.
	 * @param page on which it stands
	 * @param pictures of the draft
	 * @param side which picture
	 * @param shape the frame in which the camera sees it
	 * @param label what is asked for
	 * @param hint how it should be
	 * @param gone what is done when the request is no draft any more
	 */
	PictureQuestion(Page page, Pictures pictures, Side side, Viewfinder shape, String label, String hint,
			Runnable gone) {
		this.page = page;
		this.pictures = pictures;
		this.side = side;
		this.gone = gone;
		this.name = side.name().toLowerCase(Locale.ROOT);
		this.file = FileQuestion.labelled(page.words(), this.name + "-photo", label)
			.hint(hint)
			.tile(Icons.UPLOAD, text("customer.picture.tile"), text("customer.picture.tile.text"))
			.camera(shape)
			.takes(Pictures.TYPES, Pictures.MOST_BYTES, this::received)
			.troubled(this::troubled);
		addClassName("picture");
		add(this.place);
		empty();
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
		return this.file;
	}

	/** Runs in the request that brings the file, without the page's lock. */
	private Runnable received(InputStream upload) throws IOException {
		try {
			return switch (this.pictures.add(this.side, upload)) {
				case Acceptance.Accepted accepted -> () -> keep(accepted.picture());
				case Acceptance.Again again -> () -> askAgain(again.findings());
				case Acceptance.Refused(Acceptance.Refusal refusal) -> () -> refuse(refusal);
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

	private void refuse(Acceptance.Refusal refusal) {
		this.page.refuse(this.file, text("identity.refusal." + refusal.name()));
	}

	private void askAgain(Findings.Retake retake) {
		this.page.refuse(this.file,
				retake.reasons()
					.stream()
					.map(reason -> text("identity.finding." + reason.name()))
					.collect(Collectors.joining(" ")));
	}

	private void troubled(FileQuestion.Trouble trouble) {
		switch (trouble) {
			case TOO_BIG -> refuse(Acceptance.Refusal.TOO_BIG);
			case HEIC -> refuse(Acceptance.Refusal.HEIC);
			case WRONG_TYPE -> refuse(Acceptance.Refusal.WRONG_TYPE);
			case TOO_MANY -> this.page.refuse(this.file, text("upload.too-many"));
		}
	}

	private void empty() {
		this.stored = Optional.empty();
		this.place.removeAll();
		this.place.add(this.file);
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
		this.place.removeAll();
		this.place.add(this.file);
		this.file.focusIt();
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
		this.file.focusIt();
	}

	private String text(String key, Object... args) {
		return this.page.text(key, args);
	}

}
