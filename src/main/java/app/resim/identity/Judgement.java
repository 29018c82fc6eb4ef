package app.resim.identity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import app.resim.identity.Findings.Reason;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.worker.Answer;
import app.resim.identity.worker.Faces;

/**
 * Makes findings of what was measured.
 */
final class Judgement {

	private Judgement() {
	}

	/**
	 * Judges.
	 * @param seen what a worker measured
	 * @param paper what the zone says
	 * @param again whether a better picture of this side was already asked for
	 * @param elsewhere whether the same picture was used by another owner
	 * @return what is to be done
	 */
	static Findings of(Answer.Examined seen, Paper paper, boolean again, boolean elsewhere) {
		Set<Reason> wrong = wrong(seen, paper);
		Set<Reason> notes = notes(seen, wrong);
		if (!wrong.isEmpty() && !again) {
			return new Findings.Retake(Collections.unmodifiableSet(wrong));
		}
		if (wrong.isEmpty() && !elsewhere && !paper.expired()) {
			return new Findings.Accepted(Collections.unmodifiableSet(notes));
		}
		Set<Reason> all = EnumSet.copyOf(notes);
		all.addAll(wrong);
		if (paper.expired()) {
			all.add(Reason.EXPIRED);
		}
		if (elsewhere) {
			all.add(Reason.SAME_PICTURE_ELSEWHERE);
		}
		return new Findings.NeedsPerson(Collections.unmodifiableSet(all));
	}

	private static EnumSet<Reason> wrong(Answer.Examined seen, Paper paper) {
		var wrong = EnumSet.noneOf(Reason.class);
		if (seen.quality().isBlurred()) {
			wrong.add(Reason.BLURRED);
		}
		if (seen.quality().isTooDark()) {
			wrong.add(Reason.TOO_DARK);
		}
		if (seen.faces() == Faces.NONE_FOUND) {
			wrong.add(Reason.NO_FACE);
		}
		if (paper.unread()) {
			wrong.add(Reason.MRZ_UNREADABLE);
		}
		if (paper.another()) {
			wrong.add(Reason.OTHER_DOCUMENT);
		}
		return wrong;
	}

	private static EnumSet<Reason> notes(Answer.Examined seen, Set<Reason> wrong) {
		var notes = EnumSet.noneOf(Reason.class);
		if (seen.quality().isDim() && !wrong.contains(Reason.TOO_DARK)) {
			notes.add(Reason.DIM);
		}
		if (seen.quality().hasGlare()) {
			notes.add(Reason.GLARE);
		}
		return notes;
	}

	/**
	 * What a document is, as far as its zone tells.
	 *
	 * @param subject what the picture should show
	 * @param zone what was read with certainty
	 * @param today for the expiry
	 */
	record Paper(Subject subject, Optional<Mrz> zone, LocalDate today) {

		boolean unread() {
			return this.subject.showsZone() && this.zone.isEmpty();
		}

		boolean another() {
			return this.zone.flatMap(read -> this.subject.kind().filter(kind -> !Zone.fits(read, kind))).isPresent();
		}

		boolean expired() {
			return this.zone.flatMap(Mrz::expiry).filter(last -> last.isBefore(this.today)).isPresent();
		}

	}

}
