package app.resim.request;

import java.util.List;
import java.util.Optional;

import app.resim.identity.Side;

/**
 * What machines read from the pictures of a case, beside what is known otherwise. One
 * more thing to look at, never a decision.
 *
 * @param rows field by field
 * @param findings what was noticed about the pictures
 */
public record Reading(List<Row> rows, List<Finding> findings) {

	public Reading {
		rows = List.copyOf(rows);
		findings = List.copyOf(findings);
	}

	/** Fields of a document. */
	public enum Field {

		NAME, DOCUMENT_NUMBER, BIRTH_DATE, EXPIRY, NATIONALITY, SEX, CHECK_DIGITS

	}

	/** How the values of a field compare. */
	public enum Verdict {

		SAME, DIFFERENT,
		/** There is nothing to compare. */
		MISSING

	}

	/**
	 * A field and its values.
	 *
	 * @param field which
	 * @param typed by the customer
	 * @param mrz read from the document
	 * @param account as the operator has it
	 * @param verdict how they compare
	 */
	public record Row(Field field, Optional<String> typed, Optional<String> mrz, Optional<String> account,
			Verdict verdict) {

		@Override
		public String toString() {
			return "Row[" + this.field + ", " + this.verdict + "]";
		}

	}

	/**
	 * Something about a picture.
	 *
	 * @param side which picture
	 * @param sort what
	 */
	public record Finding(Side side, Sort sort) {

		/** What can be noticed about a picture. */
		public enum Sort {

			BLURRED, GLARE, DARK, CUT_OFF, SMALL, SEEN_BEFORE

		}

	}

}
