package app.resim.journey;

import java.util.List;
import java.util.Map;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.cleaning.HostileFiles;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page says to files that nobody should have to open. All of them are sent by
 * {@code script/bench hostile}.
 */
@Journey
class HostileFilesInABrowserTest {

	private static final String WEI = "wei.demo@example.com";

	private static final String JPEG = "photo.jpg image/jpeg";

	private static final String SVG = "drawing.svg image/svg+xml";

	private static final String ZIP = "archive.zip application/zip";

	private static final String PDF = "scan.pdf application/pdf";

	private final Map<String, byte[]> files = HostileFiles.all();

	private final PlainSentences sentences = PlainSentences.english();

	@Test
	void eachIsRefusedInPlainWords(Visitor wei) {
		DocumentPage page = DocumentPage.reached(wei, WEI);
		for (Sent sent : refused()) {
			assertThat(page.send(payload(sent))).as(sent.file)
				.isEqualTo(new DocumentPage.Told(false, this.sentences.of("identity.refusal." + sent.refusal)));
		}
		wei.findsNoBarrier();
	}

	@Test
	void whatIsOnlyUnusualIsTaken(Visitor wei) {
		DocumentPage page = DocumentPage.reached(wei, WEI);
		for (String file : List.of("CMYK", "16-bit grey", "animated.webp", "orientation 6", "picture 0 with tail 3")) {
			var payload = new FilePayload("photo.jpg", "image/jpeg", this.files.get(file));
			DocumentPage.Told told = page.send(payload);
			if (!told.taken()) {
				// there is no face on it: asked for once more, then taken as it is
				assertThat(told.sentence()).as(file).contains(this.sentences.of("identity.finding.NO_FACE"));
				told = page.send(payload);
			}
			assertThat(told.taken()).as(file + ": " + told.sentence()).isTrue();
			page.remove();
		}
	}

	@Test
	void tooManyAreSlowedDownAndThePictureIsKept(Visitor wei) {
		wei.tolerates("429");
		DocumentPage page = DocumentPage.reached(wei, WEI);
		String carrier = "**/VAADIN/dynamic/resource/**";
		wei.page().route(carrier, route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
		var payload = new FilePayload("photo.jpg", "image/jpeg", this.files.get("orientation 6"));
		assertThat(page.send(payload)).isEqualTo(new DocumentPage.Told(false, this.sentences.of("upload.often")));
		wei.findsNoBarrier();

		wei.page().unroute(carrier);
		wei.page().click("#front-photo-field .again");
		assertThat(page.told().sentence()).contains(this.sentences.of("identity.finding.NO_FACE"));
	}

	private static List<Sent> refused() {
		return List.of(new Sent("nothing", JPEG, Refusal.EMPTY), new Sent("a byte too much", JPEG, Refusal.TOO_BIG),
				new Sent("EICAR", JPEG, Refusal.WRONG_TYPE), new Sent("SVG", SVG, Refusal.WRONG_TYPE),
				new Sent("zip", JPEG, Refusal.WRONG_TYPE), new Sent("zip", ZIP, Refusal.WRONG_TYPE),
				new Sent("PNG of 50000 by 50000", JPEG, Refusal.TOO_MANY_PIXELS),
				new Sent("JPEG of 65500 by 65500", JPEG, Refusal.TOO_MANY_PIXELS),
				new Sent("one row", JPEG, Refusal.TOO_SMALL),
				new Sent("lossy WebP cut at 12768", JPEG, Refusal.INCOMPLETE),
				new Sent("WebP frames within frames", JPEG, Refusal.DAMAGED),
				new Sent("JPEG of hundreds of scans", JPEG, Refusal.DAMAGED),
				new Sent("locked PDF", PDF, Refusal.PDF_LOCKED), new Sent("PDF of many pages", PDF, Refusal.PDF_PAGES));
	}

	private FilePayload payload(Sent sent) {
		String[] called = sent.called.split(" ");
		return new FilePayload(called[0], called[1], this.files.get(sent.file));
	}

	private record Sent(String file, String called, Refusal refusal) {
	}

}
