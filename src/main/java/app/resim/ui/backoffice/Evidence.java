package app.resim.ui.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Reviews;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;

import org.springframework.stereotype.Component;

/**
 * The pictures of a claimed case side by side, the document first.
 */
@Component
class Evidence {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private final Reviews reviews;

	private final CurrentStaff staff;

	private final Watermark watermark;

	private final Clock clock;

	Evidence(Reviews reviews, CurrentStaff staff, Watermark watermark, Clock clock) {
		this.reviews = reviews;
		this.staff = staff;
		this.watermark = watermark;
		this.clock = clock;
	}

	Stack of(RequestView request, Visit visit) {
		var pair = new Div();
		pair.addClassName("pair");
		var document = new Div();
		document.addClassName("stack");
		request.pictures().forEach(picture -> {
			Shot shot = shot(picture, request.reference(), visit);
			if (picture.side() == Side.PORTRAIT) {
				pair.add(shot);
			}
			else {
				document.add(shot);
			}
		});
		pair.addComponentAsFirst(document);
		return new Stack(visit.text("backoffice.evidence"),
				request.pictures().isEmpty() ? Prose.paragraph(visit.text("backoffice.evidence.none")) : pair,
				Prose.paragraph(visit.text("backoffice.evidence.hint"), "soft", "small"));
	}

	private Shot shot(Picture picture, RequestReference reference, Visit visit) {
		String size = visit.text("backoffice.picture.size", Integer.toString(picture.width()),
				Integer.toString(picture.height()));
		DownloadHandler bytes = new PictureStream(() -> marked(picture, reference, visit));
		return new Shot(visit.words(), "shot-" + picture.side().name().toLowerCase(Locale.ROOT),
				new Labels(visit.words()).side(picture.side()), size, bytes);
	}

	/** Who looks is asked when the picture is fetched, not when the page was drawn. */
	private Optional<byte[]> marked(Picture picture, RequestReference reference, Visit visit) {
		String viewer = this.staff.name();
		Instant now = this.clock.instant();
		String mark = String.join("  ·  ",
				List.of(viewer, STAMP.format(now.atZone(visit.brand().zone())), reference.reference()));
		return this.reviews.picture(reference, picture.id(), viewer).map(jpeg -> this.watermark.burn(jpeg, mark));
	}

}
