package app.resim.journey;

import java.net.URI;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;

/**
 * The page that asks a customer for the document, and what it says to files.
 */
final class DocumentPage {

	/** Longer than all attempts of the page, and than a worker may take. */
	private static final double PATIENCE = 120_000;

	private static final String MARK = """
			() => document.querySelectorAll('#front-photo-error > *').forEach(said => said.setAttribute('data-old', ''))
			""";

	/**
	 * The picture is there, a sentence that was not there before can be seen, or the page
	 * has given up. Not while something is under way.
	 */
	private static final String ANSWERED = """
			() => {
				if (Object.values(window.Vaadin.Flow.clients).some(client => client.isActive?.())) return false;
				const field = document.querySelector('#front-photo-field');
				if (!field) return Boolean(document.querySelector('#front-show'));
				if (!field.querySelector('progress').hidden) return false;
				const shown = element => element?.checkVisibility() ?? false;
				return shown(field.querySelector('.err > span:not([data-old])')) || shown(field.querySelector('.again'));
			}""";

	private final Visitor customer;

	private final Page page;

	private DocumentPage(Visitor customer) {
		this.customer = customer;
		this.page = customer.page();
	}

	/**
	 * Signs in and goes on with the request of the first line, as far as the document,
	 * which has no picture yet.
	 * @param customer somebody
	 * @param email of a demo customer
	 * @return the page, that asks for an identity card
	 */
	static DocumentPage reached(Visitor customer, String email) {
		customer.signIn(email);
		Page page = customer.page();
		page.locator("[id^=line-1-]").first().click();
		page.waitForURL("**/requests/**");
		customer.settle();
		if (page.url().endsWith("/device")) {
			new CustomersWay(customer).device();
		}
		customer.open(URI.create(page.url()).getPath().replaceAll("/[a-z]+$", "/document"));
		var reached = new DocumentPage(customer).choose("kind");
		if (page.locator("#front-remove").count() > 0) {
			reached.remove();
		}
		page.waitForSelector("#front-photo");
		return reached;
	}

	/**
	 * The same page for one who is there already.
	 * @param customer somebody
	 * @return the page
	 */
	static DocumentPage of(Visitor customer) {
		return new DocumentPage(customer);
	}

	/**
	 * Says which document it is.
	 * @param id of the choice
	 * @return this
	 */
	DocumentPage choose(String id) {
		this.page.check("#" + id, new Page.CheckOptions().setForce(true));
		this.customer.settle();
		return this;
	}

	/**
	 * Puts a file into the real input and does not wait.
	 * @param file what a person would choose
	 * @return this
	 */
	DocumentPage choose(FilePayload file) {
		this.page.evaluate(MARK);
		this.page.setInputFiles("#front-photo-field .chooser", file);
		return this;
	}

	/**
	 * Sends a file and waits for the answer.
	 * @param file what a person would choose
	 * @return the answer
	 */
	Told send(FilePayload file) {
		return choose(file).told();
	}

	/**
	 * Waits for the answer.
	 * @return what can be seen
	 */
	Told told() {
		try {
			this.page.waitForFunction(ANSWERED, null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
		}
		catch (TimeoutError ex) {
			return new Told(false, "");
		}
		if (this.page.locator("#front-show").count() > 0) {
			return new Told(true, "");
		}
		Locator sentence = this.page.locator("#front-photo-error > span:not([data-old]) > span:last-child");
		return new Told(false, (sentence.count() > 0) ? sentence.textContent() : travelling());
	}

	/**
	 * What is said about the way of the file.
	 * @return a sentence or none
	 */
	String travelling() {
		return this.page.textContent("#front-photo-field .travel [role=status]");
	}

	/**
	 * How much of the file the browser has handed over.
	 * @return from 0 to 1
	 */
	double arrived() {
		return ((Number) this.page.locator("#front-photo-field progress")
			.evaluate("bar => bar.hidden || !bar.hasAttribute('value') ? 0 : bar.value / bar.max")).doubleValue();
	}

	/** Takes the picture out again. */
	DocumentPage remove() {
		this.customer.press("front-remove");
		this.page.waitForSelector("#front-photo");
		return this;
	}

	/**
	 * The picture as it was stored.
	 * @return a JPEG
	 * @throws PlaywrightException if it is not shown
	 */
	byte[] stored() {
		this.page.click("#front-show");
		this.page.waitForFunction("() => document.querySelector('img.shown')?.naturalWidth > 0");
		String address = this.page.locator("img.shown").evaluate("picture => picture.src").toString();
		return this.page.request().get(address).body();
	}

	/**
	 * An answer.
	 *
	 * @param taken whether the picture is there
	 * @param sentence what is said, if not
	 */
	record Told(boolean taken, String sentence) {
	}

}
