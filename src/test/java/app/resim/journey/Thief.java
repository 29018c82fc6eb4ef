package app.resim.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import app.resim.journey.Overheard.Answer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who knows everything about a customer and has a picture of the passport. Looks
 * for a code wherever one could be; none may ever be in what the browser shows or was
 * sent.
 */
final class Thief {

	/** As activation codes begin, and as the pages show them. */
	private static final List<String> CODES = List.of("LPA:", "lpa:1", "data:image/png", "id=\"qr\"", "\"qr\"");

	private static final String NOTHING = "There is no code to show yet";

	private final Visitor visitor;

	private final Page page;

	private final Overheard overheard;

	private final List<String> pushed = new ArrayList<>();

	Thief(Visitors visitors, Overheard overheard) {
		this.visitor = visitors.visitor(Overheard::listenTo);
		this.page = this.visitor.page();
		this.overheard = overheard;
		this.page.context().onPage(this::listen);
		listen(this.page);
	}

	private void listen(Page window) {
		window.onWebSocket(this::listen);
	}

	private void listen(WebSocket socket) {
		socket.onFrameReceived(frame -> this.pushed.add(String.valueOf(frame.text())));
	}

	Visitor visitor() {
		return this.visitor;
	}

	/** By the wizard, with nothing but true answers. */
	String sends(int line) {
		var way = new CustomersWay(this.visitor);
		way.replace(line).device();
		seesNoCode();
		way.passport().portrait().reason("damaged");
		assertThat(this.page.locator("#route")).containsText("2 different people check your request");
		assertThat(this.page.locator("#route")).containsText("at the earliest");
		seesNoCode();
		String reference = way.send();
		seesNoCode();
		return reference;
	}

	/** By address, loaded again, by Back and Forward, and inside the page. */
	void triesForTheCode(String reference) {
		this.visitor.open("/requests/" + reference + "/esim");
		findsNothing();
		this.page.reload();
		this.visitor.settle();
		findsNothing();
		this.page.evaluate("window.sameDocument = true");
		this.visitor.press("go");
		this.page.waitForURL("**/requests/" + reference);
		assertThat(this.page.locator("#install")).hasCount(0);
		this.page.goBack();
		this.page.waitForURL("**/esim");
		findsNothing();
		this.page.goForward();
		this.page.waitForURL("**/requests/" + reference);
		this.visitor.settle();
		followsALinkInside("/requests/" + reference + "/esim");
		findsNothing();
		assertThat(this.page.evaluate("window.sameDocument")).as("no page was loaded").isEqualTo(true);
		this.visitor.open("/requests/" + reference);
	}

	/** A link of the thief's own making, which Flow takes for one of its pages. */
	private void followsALinkInside(String href) {
		this.page.evaluate("""
				href => {
					const link = document.createElement('a');
					link.href = href;
					link.setAttribute('router-link', '');
					link.id = 'own-link';
					link.textContent = 'code';
					document.getElementById('main').append(link);
				}""", href);
		this.page.locator("#own-link").click();
		this.page.waitForURL("**" + href);
	}

	private void findsNothing() {
		this.visitor.settle();
		assertThat(this.page.locator("h1")).hasText(NOTHING);
		seesNoCode();
	}

	/** Pages of the wizard, called by address after the request was sent. */
	void triesToAnswerAnew(String reference) {
		for (String question : List.of("device", "document", "portrait", "reason", "check")) {
			this.visitor.open("/requests/" + reference + "/" + question);
			this.page.waitForURL("**/requests/" + reference);
			this.visitor.settle();
			assertThat(this.page.locator("#send")).hasCount(0);
			seesNoCode();
		}
	}

	/** Without a sign-in, whatever address is tried. */
	void isAskedToSignInFor(String... paths) {
		for (String path : paths) {
			this.visitor.open(path);
			assertThat(this.page).hasURL(Pattern.compile("/sign-in$"));
			seesNoCode();
		}
	}

	/**
	 * Asks for a code and guesses, in one round after another, until the server takes no
	 * more. Never guesses the right one, which the mailbox of the owner tells.
	 * @param contact what the thief knows
	 * @param right the newest code
	 * @return how many guesses it took
	 */
	int guessesUntilNobodyListens(String contact, Supplier<Optional<String>> right) {
		this.visitor.tolerates("status of 429");
		int beside = 0;
		for (int guesses = 1;; guesses++) {
			if (this.page.locator("input[name=code]").count() == 0) {
				this.visitor.open("/sign-in");
				this.page.fill("input[name=contact]", contact);
				this.visitor.press("send-code");
				beside = Integer.parseInt(right.get().orElse("0"));
			}
			beside++;
			this.page.fill("input[name=code]", "%06d".formatted(beside % 1_000_000));
			this.visitor.press("continue");
			seesNoCode();
			if (this.page.locator("h1").textContent().equals("You tried too often in a short time")) {
				return guesses;
			}
			assertThat(this.page).hasURL(Pattern.compile("/sign-in(/code)?$"));
		}
	}

	/** On the page, in what the server sent, and in what it pushed. */
	void seesNoCode() {
		for (Page window : this.page.context().pages()) {
			assertThat(window.content()).as(window.url()).doesNotContain(CODES);
		}
		List<Answer> answers = this.overheard.take();
		assertThat(answers).filteredOn(Thief::holdsACode).extracting(Answer::path).as("answers with a code").isEmpty();
		assertThat(this.pushed).as("pushed with a code").noneMatch(frame -> holdsACode(frame));
	}

	private static boolean holdsACode(Answer answer) {
		return answer.isProgram() ? answer.body().contains("LPA:1$")
				: answer.type().startsWith("image/png") || holdsACode(answer.body());
	}

	private static boolean holdsACode(String text) {
		return CODES.stream().anyMatch(text::contains);
	}

	/** Whether what was pushed told a sentence: else nobody was listened to. */
	boolean wasPushed(String sentence) {
		return this.pushed.stream().anyMatch(frame -> frame.contains(sentence));
	}

}
