package app.resim.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Brings several visitors into one test, each with a browser profile of their own: two
 * devices, two people.
 */
public final class Visitors {

	private final Browser browser;

	private String home;

	private final String test;

	private final List<Visitor> visitors = new ArrayList<>();

	Visitors(Browser browser, String home, String test) {
		this.browser = browser;
		this.home = home;
		this.test = test;
	}

	/**
	 * Somebody at a desk who reads English.
	 * @return a new visitor
	 */
	public Visitor visitor() {
		return visitor(device -> {
		});
	}

	/**
	 * Somebody with another device.
	 * @param device changes the viewport, the language, the colour scheme …
	 * @return a new visitor
	 */
	public Visitor visitor(Consumer<NewContextOptions> device) {
		var options = new NewContextOptions().setBaseURL(this.home).setLocale("en-GB").setViewportSize(1280, 900);
		device.accept(options);
		var visitor = new Visitor(this.browser.newContext(options), new Mail(this.home), this.test);
		this.visitors.add(visitor);
		return visitor;
	}

	/**
	 * Sends the visitors that come from now on to another server, for example one that
	 * will be killed.
	 * @param other for example {@code http://localhost:40123}
	 * @return this
	 */
	public Visitors at(String other) {
		this.home = other;
		return this;
	}

	/**
	 * What a browser that was never here fetches for a page.
	 * @param path beginning with a slash
	 * @return the measurement
	 */
	FirstLoad firstLoad(String path) {
		return FirstLoad.of(this.browser, this.home, path);
	}

	void leave(boolean failed, String name) {
		if (failed) {
			this.visitors.forEach(visitor -> visitor.pictureOfFailure(name));
		}
		List<String> complaints = this.visitors.stream().flatMap(visitor -> visitor.complaints().stream()).toList();
		this.visitors.forEach(Visitor::close);
		if (!failed) {
			assertThat(complaints).as("complaints of the browser").isEmpty();
		}
	}

}
