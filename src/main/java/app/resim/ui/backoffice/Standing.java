package app.resim.ui.backoffice;

import java.util.Optional;

import app.resim.request.CaseView;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.Reviews;
import app.resim.request.WorklistRow;

/**
 * How a case stands to the reviewer who looks at it. Only {@link Mine} holds anything
 * personal.
 */
sealed interface Standing {

	/** What anybody of the staff may know. */
	WorklistRow row();

	/** Nobody has it. */
	record Free(WorklistRow row) implements Standing {
	}

	/**
	 * Somebody else has it.
	 *
	 * @param row the case
	 * @param by sign-in name
	 */
	record Taken(WorklistRow row, String by) implements Standing {
	}

	/**
	 * The reviewer who looks has claimed it.
	 *
	 * @param row the case
	 * @param work all about it
	 */
	record Mine(WorklistRow row, CaseView work) implements Standing {
	}

	/**
	 * The customer has to do something first.
	 *
	 * @param row the case
	 */
	record Waiting(WorklistRow row) implements Standing {
	}

	/**
	 * Kept for a colleague for a while.
	 *
	 * @param row the case
	 * @param whom sign-in name
	 */
	record Reserved(WorklistRow row, String whom) implements Standing {
	}

	/** It is about an account of the one who looks, or of somebody close to them. */
	record TooClose(WorklistRow row) implements Standing {
	}

	/** It waits no more. */
	record Over(WorklistRow row) implements Standing {
	}

	/**
	 * Looks how a case stands now.
	 * @param reviews tells
	 * @param reference which case
	 * @param me who looks
	 * @return the standing, or empty if there is no such case
	 */
	static Optional<Standing> of(Reviews reviews, RequestReference reference, String me) {
		return reviews.find(reference).map(row -> {
			if (row.phase() == Phase.PICTURE_WANTED) {
				return new Waiting(row);
			}
			if (!row.waits()) {
				return new Over(row);
			}
			if (reviews.isTooClose(reference, me)) {
				return new TooClose(row);
			}
			Optional<CaseView> work = reviews.open(reference, me);
			if (work.isPresent()) {
				return new Mine(row, work.get());
			}
			if (row.reviewer().isPresent()) {
				return new Taken(row, row.reviewer().get());
			}
			return row.reservedFor()
				.filter(whom -> !whom.equals(me))
				.<Standing>map(whom -> new Reserved(row, whom))
				.orElseGet(() -> new Free(row));
		});
	}

}
