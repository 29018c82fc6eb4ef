package app.resim.ui.backoffice;

import app.resim.request.RequestReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of the staff stand.
 */
final class Paths {

	static final String WORKLIST = "/staff";

	static final String DEVICE_NAMES = "/staff/devices";

	static final String CATALOGUE = "/staff/catalogue";

	static final String AUDIT = "/staff/audit";

	static final String TEAM = "/staff/team";

	static final String KEEPING = "/staff/keeping";

	static final String LOCKS = "/staff/locks";

	static final String CALL_BACKS = "/staff/callbacks";

	static final String SYSTEMS = "/staff/systems";

	static final String SHOP = "/staff/shop";

	static final String COLLEAGUES = "/staff/colleagues";

	static final String CARDS = "/staff/cards";

	private static final String CASES = "/staff/cases";

	private Paths() {
	}

	static String caseOf(RequestReference reference) {
		return CASES + "/" + reference.reference();
	}

	static String card(RequestReference reference) {
		return CARDS + "/" + reference.reference();
	}

	static String history(String reference) {
		return AUDIT + "?" + AuditPage.ABOUT + "=" + reference;
	}

	/**
	 * Whether a page belongs to an entry of the menu. Cases belong to the worklist.
	 */
	static boolean within(String here, @Nullable String entry) {
		return here.equals(entry) || (CATALOGUE.equals(entry) && here.startsWith(CATALOGUE + "/"))
				|| (WORKLIST.equals(entry) && here.startsWith(CASES))
				|| (CARDS.equals(entry) && here.startsWith(CARDS));
	}

}
