package app.resim.identity;

import java.util.Set;

/**
 * What the machine saw on a picture. It sorts and explains; it never says that a document
 * is genuine, or whose face it is.
 */
public sealed interface Findings {

	/**
	 * Why, or what else there is to say.
	 * @return in a fixed order
	 */
	Set<Reason> reasons();

	/**
	 * Nothing speaks against it.
	 *
	 * @param reasons what could be better, if anything
	 */
	record Accepted(Set<Reason> reasons) implements Findings {
	}

	/**
	 * The customer is asked once for a better one.
	 *
	 * @param reasons what is wrong, each with its remedy
	 */
	record Retake(Set<Reason> reasons) implements Findings {
	}

	/**
	 * Kept, and to be looked at by a person.
	 *
	 * @param reasons what a person should look at, and what could be better
	 */
	record NeedsPerson(Set<Reason> reasons) implements Findings {
	}

	/** One thing found; each has a sentence {@code identity.finding.*}. */
	enum Reason {

		BLURRED, TOO_DARK, NO_FACE,
		/** The zone that such a document has was not found, or its digits do not fit. */
		MRZ_UNREADABLE,
		/** The zone is one of another kind of document than was chosen. */
		OTHER_DOCUMENT,
		/** The document's last day of validity is over. */
		EXPIRED, DIM, GLARE,
		/** For reviewers only: it would tell a thief what was noticed. */
		SAME_PICTURE_ELSEWHERE

	}

}
