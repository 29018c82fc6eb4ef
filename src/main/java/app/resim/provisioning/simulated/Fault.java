package app.resim.provisioning.simulated;

import java.time.Duration;
import java.util.Locale;

/**
 * What the simulated SM-DP+ does wrong until it is told otherwise.
 */
public sealed interface Fault {

	/** Nothing. */
	record None() implements Fault {
	}

	/**
	 * Refuses every function.
	 *
	 * @param code subject and reason code such as {@code 8.2.5-3.7}
	 */
	record Refuse(String code) implements Fault {
	}

	/**
	 * Waits, and then does what was asked for although the caller may have gone.
	 *
	 * @param time how long, at most a minute
	 */
	record Hang(Duration time) implements Fault {
	}

	/** Does nothing and answers HTTP 500 with a body of its own. */
	record Broken() implements Fault {
	}

	/** Does nothing and answers HTTP 400 with a body of its own. */
	record BadRequest() implements Fault {
	}

	/** Does everything and breaks the connection before the answer is out. */
	record LoseAnswer() implements Fault {
	}

	/** Sends every progress notice twice, the later first. */
	record RepeatNotices() implements Fault {
	}

	/** Cannot be reached. */
	record Down() implements Fault {
	}

	/** The names that {@link #named} knows. */
	String NAMES = "none, refuse=8.2.5-3.7 (or another code), slow=5 (seconds), broken, bad-request, lose-answer, repeat-notices, down";

	/**
	 * A fault by its name.
	 * @param name for example {@code lose-answer} or {@code slow=5}
	 * @return the fault
	 */
	static Fault named(String name) {
		int equals = name.indexOf('=');
		String detail = name.substring(equals + 1);
		return switch (((equals < 0) ? name : name.substring(0, equals)).toLowerCase(Locale.ROOT)) {
			case "none" -> new None();
			case "refuse" -> new Refuse((equals < 0) ? "8.2.5-3.7" : code(detail));
			case "slow" -> new Hang((equals < 0) ? Duration.ofSeconds(5) : seconds(detail));
			case "broken" -> new Broken();
			case "bad-request" -> new BadRequest();
			case "lose-answer" -> new LoseAnswer();
			case "repeat-notices" -> new RepeatNotices();
			case "down" -> new Down();
			default -> throw new IllegalArgumentException("No such fault. There are: " + NAMES);
		};
	}

	private static Duration seconds(String text) {
		if (!text.matches("[0-9]{1,2}")) {
			throw new IllegalArgumentException("slow=… is a number of seconds, at most 60");
		}
		return Duration.ofSeconds(Long.parseLong(text));
	}

	private static String code(String text) {
		if (!text.matches("[0-9.]{1,15}-[0-9.]{1,15}")) {
			throw new IllegalArgumentException("A code is a subject and a reason, for example 8.2.5-3.7");
		}
		return text;
	}

}
