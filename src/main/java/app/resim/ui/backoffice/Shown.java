package app.resim.ui.backoffice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.request.Worklist.Part;
import app.resim.request.Worklist.Place;

/**
 * What of the worklist is shown, as its address says it.
 *
 * @param part which cases
 * @param reason only for this reason
 * @param after where the page before ended
 */
record Shown(Part part, Optional<Reason> reason, Optional<Place> after) {

	static final Shown ALL = new Shown(Part.ALL, Optional.empty(), Optional.empty());

	private static final String PART = "show";

	private static final String REASON = "reason";

	private static final String AFTER = "after";

	/** Whatever makes no sense is left out. */
	static Shown read(Map<String, List<String>> query) {
		return new Shown(named(Part.values(), query.get(PART)).orElse(Part.ALL),
				named(Reason.values(), query.get(REASON)),
				Optional.ofNullable(query.get(AFTER))
					.flatMap(texts -> texts.stream().findFirst())
					.flatMap(Place::read));
	}

	private static <E extends Enum<E>> Optional<E> named(E[] all,
			@org.jspecify.annotations.Nullable List<String> names) {
		return (names == null) ? Optional.empty()
				: Arrays.stream(all).filter(each -> names.contains(key(each))).findFirst();
	}

	static String key(Enum<?> named) {
		return named.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Shown with(Part other) {
		return new Shown(other, this.reason, Optional.empty());
	}

	Shown with(Optional<Reason> other) {
		return new Shown(this.part, other, Optional.empty());
	}

	Shown from(Optional<Place> place) {
		return new Shown(this.part, this.reason, place);
	}

	String href() {
		StringBuilder href = new StringBuilder();
		if (this.part != Part.ALL) {
			href.append('&').append(PART).append('=').append(key(this.part));
		}
		this.reason.ifPresent(only -> href.append('&').append(REASON).append('=').append(key(only)));
		this.after.ifPresent(place -> href.append('&').append(AFTER).append('=').append(place));
		return href.isEmpty() ? Paths.WORKLIST : Paths.WORKLIST + "?" + href.substring(1);
	}

}
