package app.resim.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import app.resim.identity.SpecimenPictures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The customer's way through the pages, one press or one answer at a time, and how many
 * it took.
 */
final class CustomersWay {

	static final String EID = "8904 9032 1234 5123 4512 3456 7890 1235";

	/**
	 * The one that is on file of Sam, and the customers without a number on file may type
	 * it too.
	 */
	private static final String HKID = "A123456(3)";

	private static final int MOST_TIMES = 5;

	private static final Pattern STATUS = Pattern.compile("/requests/RS-[0-9A-Z-]+$");

	private final Visitor customer;

	private final Page page;

	private String identityCard = HKID;

	private UnaryOperator<byte[]> pictures = UnaryOperator.identity();

	private int actions;

	CustomersWay(Visitor customer) {
		this.customer = customer;
		this.page = customer.page();
	}

	/**
	 * Not the pictures that other customers of the tests send, which a person would have
	 * to look at.
	 */
	CustomersWay ownPictures() {
		this.pictures = SpecimenPictures::onATable;
		return this;
	}

	CustomersWay withIdentityCard(String number) {
		this.identityCard = number;
		return this;
	}

	CustomersWay replace(int line) {
		press("line-" + line + "-replace");
		return at("device");
	}

	CustomersWay device() {
		check("held-no");
		check("by-eid");
		this.page.fill("#eid", EID);
		this.actions++;
		press("continue");
		return at("document");
	}

	/** The brand's most usual document is chosen already. */
	CustomersWay document() {
		return card().number();
	}

	CustomersWay card() {
		upload("id.jpg", this.pictures.apply(SpecimenPictures.idCard()), "front-show");
		return this;
	}

	CustomersWay number() {
		this.page.fill("#number", this.identityCard);
		this.actions++;
		press("continue");
		return at("portrait");
	}

	/** The document of those who have a passport on file; it has no number to type. */
	CustomersWay passport() {
		var document = DocumentPage.of(this.customer).choose("kind-passport");
		byte[] picture = SpecimenPictures.onATable(SpecimenPictures.passport());
		// no face on a drawing: asked for once more, then taken as it is; a busy machine
		// may ask for it again
		for (int times = 1; !document.send(passport(picture)).taken(); times++) {
			assertThat(times).isLessThan(MOST_TIMES);
			picture = SpecimenPictures.passport();
		}
		press("continue");
		return at("portrait");
	}

	private static FilePayload passport(byte[] jpeg) {
		return new FilePayload("passport.jpg", "image/jpeg", jpeg);
	}

	CustomersWay portrait() {
		upload("portrait.jpg", this.pictures.apply(SpecimenPictures.portrait()), "portrait-show");
		return portraitIsThere();
	}

	CustomersWay portraitIsThere() {
		press("continue");
		return at("reason");
	}

	CustomersWay reason(String reason) {
		check("lost".equals(reason) ? "reason" : "reason-" + reason);
		press("continue");
		return at("check");
	}

	/** Sends the request and stays on its status page. */
	String send() {
		press("send");
		this.page.waitForURL(STATUS);
		this.customer.settle();
		return Path.of(URI.create(this.page.url()).getPath()).getFileName().toString();
	}

	/** Waits for the status page to say so by itself, and opens the code. */
	CustomersWay installPage() {
		this.page.waitForSelector("#install");
		press("install");
		this.page.waitForSelector("#qr");
		return this;
	}

	String toCheck(int line, String reason) {
		return replace(line).device().document().portrait().reason(reason).page.url();
	}

	int actions() {
		return this.actions;
	}

	private void press(String id) {
		this.actions++;
		this.customer.press(id);
	}

	private void check(String id) {
		this.actions++;
		this.page.check("#" + id, new Page.CheckOptions().setForce(true));
		this.customer.settle();
	}

	private void upload(String name, byte[] picture, String shown) {
		this.actions++;
		this.page.waitForSelector("input[type=file]",
				new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
		this.page.setInputFiles("input[type=file]", new FilePayload(name, "image/jpeg", picture));
		// the first file of a process waits for its worker
		this.page.locator("#" + shown).waitFor(new Locator.WaitForOptions().setTimeout(90_000));
	}

	private CustomersWay at(String question) {
		this.page.waitForURL("**/" + question);
		this.customer.settle();
		return this;
	}

}
