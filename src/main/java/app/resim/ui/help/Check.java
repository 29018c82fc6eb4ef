package app.resim.ui.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The steps that find out whether it is the network, the phone or the eSIM: questions
 * with a few answers each, and ends that say what to do. A replacement is spent only
 * where nothing else helps.
 */
enum Check {

	START(0), AIRPLANE(2), DATA(3), IN_LIST(0), PLACE(2), LINE(0), OTHER_SIM(1), LOCKED(0),

	WORKS(2, Lead.LINES), SWITCH_ON(0), DELETED(2, Lead.LINES), WAIT(3), STOPPED(2, Lead.LINES), UNPAID(2, Lead.LINES),
	REPAIR(3, Lead.LINES), REPLACE(3, Lead.REPLACE), PIN(2), OTHER_PHONE(2), INSTALLING(1, Lead.LINES), PERSON(1);

	private final int points;

	private final List<Lead> leads;

	Check(int points, Lead... leads) {
		this.points = points;
		this.leads = List.of(leads);
	}

	/** The end of its address. */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The key of its heading; all others begin with it. */
	String key() {
		return "diagnosis." + id();
	}

	String href() {
		return (this == START) ? CheckController.PATH : CheckController.PATH + "/" + id();
	}

	/** How many sentences stand below its heading. */
	int points() {
		return this.points;
	}

	List<Lead> leads() {
		return this.leads;
	}

	/** Whether the way through the menus is told. */
	boolean tellsMenus() {
		return this == IN_LIST || this == SWITCH_ON;
	}

	/** Whether what the operator says of its network belongs here. */
	boolean tellsTheNetwork() {
		return this == START || this == PLACE || this == WAIT;
	}

	/** Whether one's lines belong here. */
	boolean tellsTheLines() {
		return this == START || this == LINE || this == STOPPED || this == UNPAID || this == DELETED;
	}

	/** The answers; none at an end. */
	List<Way> ways() {
		return switch (this) {
			case START -> List.of(new Way("no-signal", AIRPLANE), new Way("no-data", DATA), new Way("no-sim", IN_LIST),
					new Way("asks", LOCKED), new Way("not-installed", INSTALLING), new Way("dead", REPAIR));
			case AIRPLANE -> List.of(new Way("works", WORKS), new Way("still", IN_LIST));
			case DATA -> List.of(new Way("works", WORKS), new Way("still", PLACE));
			case IN_LIST -> List.of(new Way("on", PLACE), new Way("off", SWITCH_ON), new Way("missing", DELETED));
			case PLACE ->
				List.of(new Way("others-too", WAIT), new Way("only-here", WAIT), new Way("others-fine", LINE));
			case LINE -> List.of(new Way("stopped", STOPPED), new Way("unpaid", UNPAID), new Way("fine", OTHER_SIM));
			case OTHER_SIM -> List.of(new Way("works", REPLACE), new Way("none", REPAIR), new Way("cannot", PERSON));
			case LOCKED -> List.of(new Way("pin", PIN), new Way("operator", OTHER_PHONE));
			case WORKS, SWITCH_ON, DELETED, WAIT, STOPPED, UNPAID, REPAIR, REPLACE, PIN, OTHER_PHONE, INSTALLING,
					PERSON ->
				List.of();
		};
	}

	/** Whose address ends like this. */
	static Optional<Check> named(String id) {
		return Arrays.stream(values()).filter(step -> step != START && step.id().equals(id)).findFirst();
	}

	/**
	 * An answer.
	 *
	 * @param id the end of its text's key
	 * @param to the step that it leads to
	 */
	record Way(String id, Check to) {
	}

}
