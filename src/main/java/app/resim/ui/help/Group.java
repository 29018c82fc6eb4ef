package app.resim.ui.help;

import java.util.Locale;

/**
 * What questions are about, in the order in which they are shown.
 */
enum Group {

	KNOW, CHANGE, INSTALL, SAFE, SPECIAL;

	/** The key of its heading. */
	String key() {
		return "help.group." + name().toLowerCase(Locale.ROOT);
	}

}
