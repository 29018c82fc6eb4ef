package app.resim.ui.help;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.catalogue.Brand;
import app.resim.ui.Visit;

import static app.resim.ui.help.Group.CHANGE;
import static app.resim.ui.help.Group.INSTALL;
import static app.resim.ui.help.Group.KNOW;
import static app.resim.ui.help.Group.SAFE;
import static app.resim.ui.help.Group.SPECIAL;
import static app.resim.ui.help.Lead.LINES;
import static app.resim.ui.help.Lead.PRIVACY;
import static app.resim.ui.help.Lead.READY;
import static app.resim.ui.help.Lead.REPLACE;
import static app.resim.ui.help.Lead.START;
import static app.resim.ui.help.Lead.STOP;
import static app.resim.ui.help.Lead.TERMS;

/**
 * A question that people ask, with an address of its own that never changes. Its words
 * are texts: the question, an answer, points or steps, and words under which people look
 * for it. Some addresses have a page of their own; of those the answer is an excerpt.
 */
enum Topic {

	WHAT_IS_AN_ESIM(KNOW, points(3), REPLACE), WHICH_ONE(KNOW, points(3), REPLACE), FEES(KNOW, points(3), START, TERMS),
	HOW_LONG(KNOW, points(4), START), PAPERS(KNOW, points(4), START, Lead.SHOPS), BACKUP(KNOW, points(4)),
	PHONE_DATA(KNOW, points(0)), ACCOUNT(KNOW, points(4), LINES, READY),

	NEW_PHONE(CHANGE, steps(4), REPLACE), DELETING(CHANGE, points(0), REPLACE), WHICH_DEVICE(CHANGE, points(3)),
	WHY_PORTRAIT(CHANGE, points(3), PRIVACY), GOOD_PICTURES(CHANGE, points(4)), REACHABLE(CHANGE, points(3), LINES),
	AFTER_SENDING(CHANGE, steps(4), LINES),

	INSTALL_IPHONE(INSTALL, steps(5), LINES), INSTALL_ANDROID(INSTALL, steps(5), LINES),
	INSTALL_COMPUTER(INSTALL, steps(4), LINES), AFTER_INSTALLING(INSTALL, steps(4)), NOT_INSTALLING(INSTALL, steps(5)),
	ACTIVATING(INSTALL, steps(4)), CODE_USED(INSTALL, points(3), LINES), LOCKED_PHONE(INSTALL, points(3)),
	NO_ESIM_SUPPORT(INSTALL, points(3)),

	LOST_OR_STOLEN(SAFE, steps(5), STOP, READY), SUSPEND(SAFE, points(4), STOP), FRAUD(SAFE, points(4), Lead.NOT_ME),
	NEVER_ASKED(SAFE, points(4), Lead.NOT_ME), UNOFFICIAL(SAFE, points(3)), NOT_ME(SAFE, points(0)),

	TRAVELLERS(SPECIAL, points(4)), SEVERAL_NETWORKS(SPECIAL, points(4), LINES),
	RULES_HK(SPECIAL, points(5), "HK", LocalDate.of(2026, 11, 22)),
	RULES_RU(SPECIAL, points(5), "RU", LocalDate.of(2026, 11, 22)),
	SMS_AFTER_ROAMING(SPECIAL, points(3), "RU", LocalDate.of(2026, 11, 22)),
	SWITCH_OPERATOR(SPECIAL, steps(4), Lead.OPERATOR), UNSURE_ONLINE(SPECIAL, points(4), Lead.SHOPS),
	CALL_BACK(SPECIAL, points(0)), CHECK(INSTALL, points(0)), FORGOTTEN_NUMBER(SPECIAL, points(0));

	/** Below which all of them lie. */
	static final String ROOT = "/help";

	private final Group group;

	private final Points points;

	private final List<Lead> leads;

	private final Optional<Rules> rules;

	Topic(Group group, Points points, Lead... leads) {
		this.group = group;
		this.points = points;
		this.leads = List.of(leads);
		this.rules = Optional.empty();
	}

	Topic(Group group, Points points, String country, LocalDate written) {
		this.group = group;
		this.points = points;
		this.leads = List.of();
		this.rules = Optional.of(new Rules(country, written));
	}

	/**
	 * The end of its address, and its anchor on the page of all questions.
	 */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String href() {
		return ROOT + "/" + id();
	}

	/** The key of its question; those of its answer begin with it. */
	String key() {
		return "help." + id();
	}

	/** The question in a reader's words. */
	String question(Visit visit) {
		return visit.text(key(), visit.brand().name());
	}

	Group group() {
		return this.group;
	}

	Points points() {
		return this.points;
	}

	List<Lead> leads() {
		return this.leads;
	}

	/** Of one country's rules: when they were written down. */
	Optional<LocalDate> written() {
		return this.rules.map(Rules::written);
	}

	boolean concerns(Brand brand) {
		return this.rules.map(Rules::country).map(brand.region()::equals).orElse(true);
	}

	static List<Topic> of(Brand brand) {
		return Arrays.stream(values()).filter(topic -> topic.concerns(brand)).toList();
	}

	/** Whose address ends like this. */
	static Optional<Topic> named(String id) {
		return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
	}

	private static Points points(int count) {
		return new Points(count, false);
	}

	private static Points steps(int count) {
		return new Points(count, true);
	}

	/**
	 * What stands below the answer.
	 *
	 * @param count how many sentences
	 * @param inOrder whether one comes after the other
	 */
	record Points(int count, boolean inOrder) {
	}

	private record Rules(String country, LocalDate written) {
	}

}
