package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.Prose;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * Says that a picture is stored, and shows it when asked.
 */
final class StoredPicture extends Div {

	private static final Set<Findings.Reason> REMARKS = EnumSet.of(Findings.Reason.EXPIRED, Findings.Reason.DIM,
			Findings.Reason.GLARE);

	/** Seen on the second photo too, which is kept for a person. */
	private static final Set<Findings.Reason> UNCHECKED = EnumSet.of(Findings.Reason.BLURRED, Findings.Reason.TOO_DARK,
			Findings.Reason.NO_FACE, Findings.Reason.MRZ_UNREADABLE, Findings.Reason.OTHER_DOCUMENT);

	private final Act show;

	private final Act hide;

	private final Div shown = new Div();

	private final Page page;

	/**
	 * A stored picture.
	 * @param page on which it stands
	 * @param name begins the ids of the acts: what the picture shows
	 * @param picture which
	 * @param bytes hands it to the browser
	 * @param replace asks for another one
	 * @param remove removes it
	 */
	StoredPicture(Page page, String name, Picture picture, DownloadHandler bytes, Runnable replace, Runnable remove) {
		this.page = page;
		String what = page.text("customer.picture." + name);
		this.show = Act
			.press(page.text("customer.picture.show"),
					() -> show(new Image(bytes, page.text("customer.picture.alt." + name))))
			.unseen(what)
			.named(name + "-show");
		this.hide = Act.press(page.text("customer.picture.hide"), this::hide).unseen(what).named(name + "-hide");
		this.hide.setVisible(false);
		this.shown.setId(name + "-picture");
		var notice = Notice.ok(page.text("customer.picture.stored." + name),
				page.text("customer.picture.stored.at", page.times().at(picture.at())));
		remarks(page, picture).forEach(remark -> notice.add(Prose.paragraph(remark, "small")));
		notice.add(new Acts(this.show.slim().quiet(), this.hide.slim().quiet(),
				Act.press(page.text("customer.picture.replace"), replace)
					.unseen(what)
					.named(name + "-replace")
					.slim()
					.quiet(),
				Act.press(page.text("customer.picture.remove"), remove)
					.unseen(what)
					.named(name + "-remove")
					.slim()
					.quiet()),
				this.shown);
		add(notice.announced());
	}

	/** What helps the customer now; who else used the picture is not among it. */
	private static List<String> remarks(Page page, Picture picture) {
		Set<Findings.Reason> reasons = picture.findings().reasons();
		List<String> remarks = new ArrayList<>();
		REMARKS.stream()
			.filter(reasons::contains)
			.forEach(reason -> remarks.add(page.text("identity.finding." + reason.name())));
		if (reasons.stream().anyMatch(UNCHECKED::contains)) {
			remarks.add(page.text("customer.picture.unchecked"));
		}
		return remarks;
	}

	private void show(Image image) {
		image.addClassName("shown");
		image.getElement().addEventListener("error", event -> lost(image));
		this.shown.add(image);
		toggle(this.hide, this.show);
	}

	/** The picture is stored and did not come. */
	private void lost(Image image) {
		image.removeFromParent();
		this.shown
			.add(Notice.warn(this.page.text("customer.picture.lost"), this.page.text("customer.picture.lost.text"))
				.announced());
	}

	private void hide() {
		this.shown.removeAll();
		toggle(this.show, this.hide);
	}

	private static void toggle(Act now, Act before) {
		now.setVisible(true);
		before.setVisible(false);
		now.focus();
	}

	/** Moves the focus to the first act, from which the others are near. */
	void focusIt() {
		this.show.focus();
	}

}
