package app.resim.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the start page to a working eSIM, as a customer and a reviewer do it.
 */
@Journey
class WholeWayInABrowserTest {

	/** Start, address, send, code, continue: what signing in takes. */
	private static final int TO_SIGN_IN = 5;

	@TempDir
	private Path folder;

	@Test
	void aBrokenPhoneIsReplacedInUnderTwentyActions(Visitors visitors) throws Exception {
		Visitor sam = visitors.visitor();
		sam.signIn("sam.demo@example.com");
		var way = new CustomersWay(sam).ownPictures();
		way.toCheck(1, "damaged");
		sam.pictures("check").findsNoBarrier();
		String reference = way.send();
		way.installPage();
		assertThat(way.actions() + TO_SIGN_IN).isLessThan(20);

		String shown = sam.page().textContent("#whole-code .code").strip();
		assertThat(shown).startsWith("LPA:1$").contains(sam.page().textContent("#activation-code .code").strip());
		assertThat(readByAnotherReader(sam.page().locator("#qr"))).isEqualTo(shown);
		assertThat(sam.page().content()).doesNotContain("status.", "esim.");

		Visitor phone = visitors.visitor();
		phone.open("/demo/phone");
		phone.page().locator("main form button").first().click();
		sam.page().waitForSelector("#installed");
		sam.open("/requests/" + reference);
		assertThat(sam.page().textContent("h1")).isEqualTo("Your new eSIM works");
		sam.pictures("done").findsNoBarrier();
	}

	@Test
	void aLostPhoneWaitsForAReviewer(Visitors visitors) {
		Visitor anna = visitors.visitor();
		anna.open("/?lang=ru").signIn("anna.demo@example.com");
		var way = new CustomersWay(anna);
		way.toCheck(1, "lost");
		String reference = way.send();
		assertThat(anna.page().textContent("h1")).isEqualTo("Сотрудник проверяет вашу заявку");
		anna.pictures("waiting-ru").findsNoBarrier();

		Visitor kay = visitors.visitor();
		kay.signInAsStaff("kay", "demo-kay");
		kay.open("/staff/cases/" + reference);
		kay.press("review");
		kay.page().waitForSelector("#deed");
		kay.pictures("case").findsNoBarrier();
		kay.page().check("#deed", new Page.CheckOptions().setForce(true));
		kay.settle().page().fill("#note", "Portrait and card show the same person.");
		kay.press("approve");

		way.installPage();
		assertThat(anna.page().locator("#qr").isVisible()).isTrue();
	}

	@Test
	void somebodyElsesRequestAnswersLikeAnUnknownOne(Visitors visitors) {
		Visitor wei = visitors.visitor();
		wei.signIn("wei.demo@example.com");
		var way = new CustomersWay(wei);
		way.replace(1);
		String reference = wei.page().url().replaceAll(".*/(RS-[0-9A-Z-]+)/.*", "$1");

		Visitor tom = visitors.visitor();
		tom.tolerates("404").signIn("tom.demo@example.com");
		String known = textAt(tom, "/requests/" + reference);
		String unknown = textAt(tom, "/requests/RS-0000-0000");
		assertThat(known).isEqualTo(unknown).isNotBlank();
		assertThat(textAt(tom, "/requests/" + reference + "/esim")).isEqualTo(unknown);
		assertThat(textAt(tom, "/requests/" + reference + "/device")).isEqualTo(unknown);
	}

	private static String textAt(Visitor visitor, String path) {
		visitor.open(path);
		return visitor.page().textContent("main");
	}

	/** zbar has no line of code in common with the library that drew the picture. */
	private String readByAnotherReader(Locator picture) throws IOException, InterruptedException {
		Path file = this.folder.resolve("qr.png");
		Files.write(file, picture.screenshot());
		Process reader = new ProcessBuilder("zbarimg", "-q", "--raw", file.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String text = new String(reader.getInputStream().readAllBytes());
		assertThat(reader.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return text.strip();
	}

}
