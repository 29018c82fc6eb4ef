package app.resim.ui.customer;

import java.util.stream.Collectors;

import app.resim.identity.Acceptance;
import app.resim.identity.Findings;
import app.resim.ui.FileQuestion;
import app.resim.ui.Icons;
import app.resim.ui.Page;

/**
 * The tiles by which a picture comes, and what is said when it cannot be taken: the same
 * on the first screen and on a phone that helps.
 */
final class PictureFile {

	private final Page page;

	private final FileQuestion question;

	private PictureFile(Page page, FileQuestion question) {
		this.page = page;
		this.question = question;
	}

	static PictureFile of(Page page, Wanted wanted) {
		var question = FileQuestion.labelled(page.words(), wanted.field(), page.text(wanted.label()))
			.hint(page.text(wanted.hint()))
			.tile(Icons.UPLOAD, page.text("customer.picture.tile"), page.text("customer.picture.tile.text"))
			.camera(wanted.shape());
		var file = new PictureFile(page, question);
		question.troubled(file::troubled);
		return file;
	}

	/**
	 * What is done with a file.
	 * @param received see {@link FileQuestion#takes}
	 */
	void takes(FileQuestion.Receiver received) {
		this.question.takes(Pictures.TYPES, Pictures.MOST_BYTES, received);
	}

	FileQuestion question() {
		return this.question;
	}

	/** Says how to do better; what was there before stays. */
	void askAgain(Findings.Retake retake) {
		this.page.refuse(this.question,
				retake.reasons()
					.stream()
					.map(reason -> this.page.text("identity.finding." + reason.name()))
					.collect(Collectors.joining(" ")));
	}

	void refuse(Acceptance.Refusal refusal) {
		this.page.refuse(this.question, this.page.text("identity.refusal." + refusal.name()));
	}

	private void troubled(FileQuestion.Trouble trouble) {
		switch (trouble) {
			case TOO_BIG -> refuse(Acceptance.Refusal.TOO_BIG);
			case HEIC -> refuse(Acceptance.Refusal.HEIC);
			case WRONG_TYPE -> refuse(Acceptance.Refusal.WRONG_TYPE);
			case TOO_MANY -> this.page.refuse(this.question, this.page.text("upload.too-many"));
		}
	}

}
