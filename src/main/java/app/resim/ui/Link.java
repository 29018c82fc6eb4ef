package app.resim.ui;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;

/**
 * A link in a sentence or on its own. Pages that are not Flow pages are left to the
 * browser; between Flow pages the page stays loaded.
 */
public final class Link extends Anchor {

	private static final List<String> PLAIN = List.of(SignInPaths.CUSTOMERS, SignInPaths.STAFF, SignInPaths.OUT,
			SignInPaths.READY, SessionController.LIST, SessionController.STAFF_LIST, StaffProofPages.PROOF, "/privacy",
			"/accessibility", "/terms", "/source", "/help", OperatorPages.PATH, PlainPaths.SHOPS, "/demo", "http:",
			"https:", "tel:", "mailto:", "lpa:", "LPA:");

	/**
	 * Makes a link.
	 * @param href a path of ours beginning with a slash, or an address
	 * @param text what it says
	 */
	public Link(String href, String text) {
		setText(text);
		// not setHref: Flow's own sanitising refuses the schemes that phones understand
		getElement().setAttribute("href", href);
		if (leavesFlow(href)) {
			getElement().setAttribute("router-ignore", true);
		}
	}

	/**
	 * A link that stands alone and so has a target of 44 pixels.
	 * @param href as above
	 * @param text what it says
	 * @return the link
	 */
	public static Link alone(String href, String text) {
		var link = new Link(href, text);
		link.addClassName("link");
		return link;
	}

	static boolean leavesFlow(String href) {
		return PLAIN.stream().anyMatch(href::startsWith);
	}

}
