package app.resim.audit;

/**
 * Something that is wrong with the trail.
 */
sealed interface Finding {

	/**
	 * What the operator reads.
	 * @return a sentence
	 */
	String sentence();

	/**
	 * A row, its link or its place is not what was written.
	 *
	 * @param entry the row's id
	 */
	record Edited(long entry) implements Finding {

		@Override
		public String sentence() {
			return "Row %d was edited, or is not Resim's.".formatted(this.entry);
		}

	}

	/**
	 * A row is gone, and its link is still there.
	 *
	 * @param entry the row's id
	 */
	record Deleted(long entry) implements Finding {

		@Override
		public String sentence() {
			return "Row %d was deleted.".formatted(this.entry);
		}

	}

	/**
	 * Rows are gone together with their links.
	 *
	 * @param first the first place that is missing
	 * @param last the last one
	 * @param after the id of the row before them, 0 for the beginning
	 */
	record Missing(long first, long last, long after) implements Finding {

		@Override
		public String sentence() {
			return "%d row(s) after row %d were deleted with their links (places %d to %d); the row after them cannot be checked."
				.formatted(this.last - this.first + 1, this.after, this.first, this.last);
		}

	}

	/**
	 * A row that no link names.
	 *
	 * @param entry the row's id
	 */
	record Inserted(long entry) implements Finding {

		@Override
		public String sentence() {
			return "Row %d was inserted: it has no link.".formatted(this.entry);
		}

	}

	/**
	 * The trail ends before the anchor.
	 *
	 * @param end the last place that is left
	 * @param anchored the last place when the anchor was written
	 */
	record CutOff(long end, long anchored) implements Finding {

		@Override
		public String sentence() {
			return "The end was cut off: the trail had %d rows when the anchor was written, and has %d."
				.formatted(this.anchored, this.end);
		}

	}

	/**
	 * The link at the anchor is another one.
	 *
	 * @param anchored its place
	 */
	record Rewritten(long anchored) implements Finding {

		@Override
		public String sentence() {
			return "The trail was written anew: its link at place %d is not the anchored one.".formatted(this.anchored);
		}

	}

}
