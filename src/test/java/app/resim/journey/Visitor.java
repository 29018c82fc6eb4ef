package app.resim.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotAnimations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser. Notes everything that the browser complains about: errors on
 * the console, uncaught exceptions, breaches of the content security policy.
 */
public final class Visitor {

	/** The narrowest phone and a common desk, in CSS pixels. */
	static final List<Integer> WIDTHS = List.of(360, 1280);

	private static final String REPORT_BREACHES = """
			document.addEventListener('securitypolicyviolation', breach => console.error(
				`Content security policy: ${breach.effectiveDirective} ${breach.blockedURI} ${breach.sample}`));
			""";

	/**
	 * A Flow page is settled when its outlet is filled and no answer is awaited; a plain
	 * page when it is loaded.
	 */
	private static final String SETTLED = """
			() => {
				if (document.readyState !== 'complete') return false;
				const outlet = document.getElementById('outlet');
				if (!outlet) return true;
				const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
				return outlet.childElementCount > 0 && clients.length > 0 && clients.every(client => !client.isActive());
			}""";

	private final BrowserContext browser;

	private final Mail mail;

	private final String test;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	private final List<Pattern> tolerated = new ArrayList<>();

	Visitor(BrowserContext browser, Mail mail, String test) {
		this.browser = browser;
		this.mail = mail;
		this.test = test;
		browser.addInitScript(REPORT_BREACHES);
		browser.onConsoleMessage(this::note);
		browser.onWebError(error -> this.complaints.add("Uncaught: " + error.error()));
		this.page = browser.newPage();
	}

	private void note(ConsoleMessage message) {
		if ("error".equals(message.type())) {
			this.complaints.add(message.text() + " (" + message.location() + ")");
		}
	}

	/**
	 * What the visitor looks at, to be driven by Playwright's own means.
	 * @return the page
	 */
	public Page page() {
		return this.page;
	}

	/**
	 * Goes to a page of Resim and waits until it is there.
	 * @param path beginning with a slash
	 * @return this
	 */
	public Visitor open(String path) {
		this.page.navigate(path);
		return settle();
	}

	/**
	 * Waits until nothing is under way.
	 * @return this
	 */
	public Visitor settle() {
		this.page.waitForFunction(SETTLED);
		return this;
	}

	/**
	 * Presses a button or follows a link by its id, and waits until the answer is there:
	 * on a plain page that is another page. Where a Flow page leads out of Flow, wait for
	 * the address afterwards.
	 * @param id without the number sign
	 * @return this
	 */
	public Visitor press(String id) {
		Object plain = this.page.evaluate("window.leaving = !document.getElementById('outlet')");
		this.page.locator("#" + id).click();
		if (Boolean.TRUE.equals(plain)) {
			this.page.waitForFunction("() => !window.leaving");
		}
		return settle();
	}

	/**
	 * Signs in on the real pages, with the code from the caught mail.
	 * @param email the address on file
	 * @return this, at the page where sign-in leads
	 */
	public Visitor signIn(String email) {
		return proveAgain(email, () -> askForCode(email));
	}

	void askForCode(String email) {
		open("/sign-in");
		this.page.fill("input[name=contact]", email);
		press("send-code");
	}

	/**
	 * Types the code from the caught mail wherever a page asks for one: at sign-in, and
	 * before a secret is shown.
	 * @param email the address on file
	 * @param asking leads to the page with the question
	 * @return this, at the page that was wanted
	 */
	public Visitor proveAgain(String email, Runnable asking) {
		this.page.fill("input[name=code]", awaitCode(email, asking));
		return press("continue");
	}

	/**
	 * Lets a code be sent and waits until it is in the mailbox.
	 * @param email the address on file
	 * @param asking makes Resim send it
	 * @return six digits
	 */
	String awaitCode(String email, Runnable asking) {
		Optional<String> before = newestCode(email);
		asking.run();
		return this.mail.codeAfter(email, before);
	}

	Optional<String> newestCode(String email) {
		return this.mail.newestCode(email);
	}

	/**
	 * Gives this browser's page a pretended authenticator that keeps passkeys and says
	 * yes.
	 * @return this
	 */
	Visitor plugInAuthenticator() {
		CDPSession devtools = this.browser.newCDPSession(this.page);
		devtools.send("WebAuthn.enable");
		var options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		options.addProperty("automaticPresenceSimulation", true);
		var added = new JsonObject();
		added.add("options", options);
		devtools.send("WebAuthn.addVirtualAuthenticator", added);
		return this;
	}

	/**
	 * Signs in as a reviewer, with the code that the demonstration shows.
	 * @param name the sign-in name
	 * @param password the password
	 * @return this, at the worklist
	 */
	public Visitor signInAsStaff(String name, String password) {
		open("/staff/sign-in");
		this.page.fill("input[name=name]", name);
		this.page.fill("input[name=password]", password);
		press("enter");
		this.page.fill("input[name=code]", this.mail.codeOfStaff(name));
		press("enter-code");
		assertThat(this.page.url()).as(() -> this.page.textContent("main")).doesNotContain("/sign-in");
		return this;
	}

	/**
	 * Saves the whole page as it looks at 360 and at 1280 pixels, as
	 * {@code target/screenshots/<test>/<name>-<width>.png}.
	 * @param name what the page shows
	 * @return this
	 */
	public Visitor pictures(String name) {
		var size = this.page.viewportSize();
		for (int width : WIDTHS) {
			this.page.setViewportSize(width, size.height);
			picture(name + "-" + width);
		}
		this.page.setViewportSize(size.width, size.height);
		return settle();
	}

	private void picture(String name) {
		settle();
		save(name);
	}

	void pictureOfFailure(String name) {
		try {
			save("failed-" + name.replaceAll("[^A-Za-z0-9]+", "-"));
		}
		catch (PlaywrightException ex) {
			this.complaints.add("No picture of the failure: " + ex.getMessage());
		}
	}

	private void save(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setAnimations(ScreenshotAnimations.DISABLED)
			.setPath(Path.of("target", "screenshots", this.test, name + ".png")));
	}

	/**
	 * Fails unless axe finds nothing against WCAG 2.2 A and AA and its own good practice.
	 * @return this
	 */
	public Visitor findsNoBarrier() {
		List<Rule> violations = new AxeBuilder(this.page)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze()
			.getViolations();
		assertThat(violations).extracting(Visitor::tell).as("axe on " + this.page.url()).isEmpty();
		return this;
	}

	private static String tell(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " – "
				+ rule.getNodes().stream().map(node -> String.valueOf(node.getHtml())).toList();
	}

	/**
	 * Fails if the page can be scrolled sideways.
	 * @return this
	 */
	public Visitor needsNoSidewaysScroll() {
		Object overflow = this.page
			.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(overflow).as("pixels to scroll sideways on " + this.page.url()).isEqualTo(0);
		return this;
	}

	/**
	 * Expects a complaint, for example the 404 of a page that is meant to be missing.
	 * @param pattern found somewhere in the complaint
	 * @return this
	 */
	public Visitor tolerates(String pattern) {
		this.tolerated.add(Pattern.compile(pattern));
		return this;
	}

	List<String> complaints() {
		return this.complaints.stream()
			.filter(text -> this.tolerated.stream().noneMatch(pattern -> pattern.matcher(text).find()))
			.toList();
	}

	void close() {
		this.browser.close();
	}

}
