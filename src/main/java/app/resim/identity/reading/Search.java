package app.resim.identity.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Looks for the zone of one picture: the likeliest line first, and no further once a zone
 * was read in which everything holds.
 */
final class Search {

	/** So sure is the net only of glyphs that stand upright. */
	private static final double PERFECT = -0.06;

	/** How sure the net is of the glyphs in the middle of a line that is surely one. */
	private static final double STRONG = -0.3;

	/** And of one that may be one. */
	private static final double WEAK = -1.1;

	/** Glyphs that must be found in the middle of a line. */
	private static final int MIDDLE = 10;

	private final Gray gray;

	private final GlyphNet net;

	private final LocalDate today;

	private final BooleanSupplier late;

	/** A zone is tried from this many of its lines. */
	private static final int TRIES = 2;

	private final List<Zone> tried = new ArrayList<>();

	private @Nullable Zone best;

	Search(Gray gray, GlyphNet net, LocalDate today, BooleanSupplier late) {
		this.gray = gray;
		this.net = net;
		this.today = today;
		this.late = late;
	}

	private record Promise(Course course, double sureness) {
	}

	/** Whether there is nothing more to find, or no time. */
	boolean over() {
		return this.best != null && this.best.digitsPass() || this.late.getAsBoolean();
	}

	/** Whether a zone was found, even if not all of it could be read. */
	boolean found() {
		return this.best != null && this.best.clear();
	}

	Optional<Zone> best() {
		return Optional.ofNullable(this.best);
	}

	/**
	 * Looks for lines in a direction, the right way up or upside down.
	 * @param angle in radians, clockwise from the right
	 */
	void along(float angle) {
		List<Course> courses = Candidates.of(this.gray, angle).parallelStream().map(this::fitted).toList();
		tryLines(courses);
	}

	private Course fitted(Course course) {
		return Fitting.fitted(this.gray, course);
	}

	private void tryAll(List<Promise> promises) {
		for (Promise promise : promises) {
			if (over()) {
				return;
			}
			if (!known(promise.course())) {
				tryZone(promise.course());
			}
		}
	}

	/** Whether it was tried often enough, or another zone than this was found. */
	private boolean known(Course course) {
		return this.tried.stream().filter(zone -> zone.covers(course)).count() >= TRIES
				|| this.best != null && this.best.clear() && !this.best.covers(course);
	}

	private void tryLines(List<Course> courses) {
		var later = new ArrayList<Promise>();
		for (Course course : courses) {
			if (over()) {
				return;
			}
			if (known(course)) {
				continue;
			}
			Promise promise = promise(course);
			if (promise.sureness() > STRONG) {
				tryZone(promise.course());
			}
			else if (promise.sureness() > WEAK) {
				later.add(promise);
			}
		}
		later.sort(Comparator.comparingDouble(promise -> -promise.sureness()));
		tryAll(later);
	}

	/** Either way up: many symbols look alike from both sides, but not all. */
	private Promise promise(Course course) {
		double upright = sureness(course);
		if (upright > PERFECT) {
			return new Promise(course, upright);
		}
		Course reversed = course.reversed();
		double upsideDown = sureness(reversed);
		return (upsideDown > upright) ? new Promise(reversed, upsideDown) : new Promise(course, upright);
	}

	private double sureness(Course course) {
		float half = Math.min(course.length() * 0.25f, 5.5f * course.cap());
		Course middle = course.part(course.length() / 2 - half, course.length() / 2 + half);
		return Look.at(this.gray, middle, this.net).placing(MIDDLE).score() / MIDDLE;
	}

	private void tryZone(Course course) {
		Zone.found(this.gray, this.net, course, this.today).ifPresent(zone -> {
			this.tried.add(zone);
			if (this.best == null || zone.betterThan(this.best)) {
				this.best = zone;
			}
		});
	}

}
