package app.resim.demo;

import java.time.Duration;
import java.util.Map;

import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.html.Image;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Drawn pictures of nobody, for those who try Resim without a document of their own.
 */
@Controller
@Profile("demo")
class PicturesPage {

	private static final Duration LONG = Duration.ofDays(1);

	private static final Map<String, Resource> FILES = Map.of(DemoPaths.CARD, new ClassPathResource("demo/card.jpg"),
			DemoPaths.PORTRAIT, new ClassPathResource("demo/portrait.jpg"));

	private final Visits visits;

	private final PlainPages plain;

	PicturesPage(Visits visits, PlainPages plain) {
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(DemoPaths.PICTURES)
	ResponseEntity<String> show() {
		var page = new Page(this.visits.current());
		page.title(page.text("demo.pictures"));
		page.add(new PageHead(page.text("demo.pictures")).lead(page.text("demo.pictures.lead")),
				drawn(page, DemoPaths.CARD, "demo.pictures.card"),
				drawn(page, DemoPaths.PORTRAIT, "demo.pictures.portrait"),
				Facts.plain().fact(page.text("demo.pictures.number"), Prose.number("A123456(3)")),
				Prose.paragraph(page.text("demo.pictures.twice"), "soft"),
				Link.alone(DemoPaths.MESSAGES, page.text("demo.messages")),
				Link.alone(DemoPaths.BILLING, page.text("demo.to-billing")));
		return this.plain.show(page);
	}

	/** Seen as what it is, and saved by its link. */
	private static Stack drawn(Page page, String file, String name) {
		var picture = new Image(file, "");
		picture.addClassName("drawn");
		return new Stack(page.text(name), picture, Link.alone(file, page.text("demo.pictures.save")));
	}

	@GetMapping(DemoPaths.CARD)
	ResponseEntity<Resource> card() {
		return jpeg(DemoPaths.CARD);
	}

	@GetMapping(DemoPaths.PORTRAIT)
	ResponseEntity<Resource> portrait() {
		return jpeg(DemoPaths.PORTRAIT);
	}

	private static ResponseEntity<Resource> jpeg(String path) {
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.cacheControl(CacheControl.maxAge(LONG))
			.body(FILES.get(path));
	}

}
