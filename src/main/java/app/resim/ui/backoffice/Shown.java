package app.resim.ui.backoffice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import app.resim.request.WorklistRow;

/**
 * Which part of the worklist is shown.
 */
enum Shown {

	ALL, MINE, NOBODYS, STALLED;

	/** The query parameter that chooses. */
	static final String PARAMETER = "show";

	static Shown named(List<String> names) {
		return Arrays.stream(values()).filter(each -> names.contains(each.key())).findFirst().orElse(ALL);
	}

	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	String href() {
		return (this == ALL) ? Paths.WORKLIST : Paths.WORKLIST + "?" + PARAMETER + "=" + key();
	}

	boolean holds(WorklistRow row, String me) {
		return switch (this) {
			case ALL -> true;
			case MINE -> row.reviewer().filter(me::equals).isPresent();
			case NOBODYS -> row.reviewer().isEmpty();
			case STALLED -> row.stalled();
		};
	}

}
