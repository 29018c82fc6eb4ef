package app.resim.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The device list, ready to be asked. Never changes once it is made.
 */
final class DeviceList {

	/** The text for a name of several models. */
	static final String WHICH_MODEL = "which-model";

	private static final int SHORTEST_PREFIX = 5;

	private final Map<String, Listing> byId = new LinkedHashMap<>();

	private final Map<String, Set<Listing>> byName = new HashMap<>();

	private final Map<String, Set<Listing>> byTellingName = new HashMap<>();

	private final Map<String, DeviceAnswer> byCode = new HashMap<>();

	private final Map<String, Listing> byPrefix = new HashMap<>();

	private final Map<String, DeviceAnswer> byTac = new HashMap<>();

	private final List<Entry> entries;

	private final String version;

	/**
	 * Makes the list.
	 * @param listings the models, in the order in which a page shows them
	 * @param tacs what the operator's type allocation codes stand for
	 * @param version the version of the list, a date
	 */
	DeviceList(Collection<Listing> listings, Map<String, DeviceAnswer> tacs, String version) {
		this.version = version;
		this.byTac.putAll(tacs);
		this.entries = listings.stream().map(Entry::of).toList();
		this.entries.forEach(this::add);
	}

	private void add(Entry entry) {
		Listing listing = entry.listing();
		this.byId.put(listing.device().id(), listing);
		for (List<String> words : entry.ways()) {
			put(this.byName, Spelling.squeezed(words), listing);
			put(this.byTellingName, Spelling.squeezed(Spelling.telling(words)), listing);
		}
		listing.versions().forEach(version -> add(listing, version));
	}

	private void add(Listing listing, Version version) {
		if (version.isPrefix()) {
			this.byPrefix.put(version.bareCode(), listing);
		}
		else if (version.hasCode()) {
			this.byCode.put(version.bareCode(), listing.answer(version));
		}
	}

	private static void put(Map<String, Set<Listing>> names, String name, Listing listing) {
		if (!name.isEmpty()) {
			names.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(listing);
		}
	}

	/**
	 * Every way to name a model: alone, with its maker, with its maker in place of the
	 * family's word ("Samsung S24"), and its other names.
	 * @param listing the model
	 * @return the names
	 */
	private static List<String> names(Listing listing) {
		Device device = listing.device();
		var names = new ArrayList<String>(listing.also());
		listing.also().forEach(also -> names.add(device.maker() + " " + also));
		names.add(device.name());
		names.add(device.maker() + " " + device.name());
		String[] familyAndRest = device.name().split(" ", 2);
		if (familyAndRest.length == 2) {
			names.add(device.maker() + " " + familyAndRest[1]);
		}
		if (device.name().startsWith("Galaxy ")) {
			names.add(familyAndRest[1]);
		}
		return names;
	}

	String version() {
		return this.version;
	}

	Optional<Listing> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	Optional<DeviceAnswer> ofTac(String tac) {
		return Optional.ofNullable(this.byTac.get(tac));
	}

	/**
	 * Answers for a name or a model code. A code decides, because it names the version.
	 * @param text as typed
	 * @return the answer, or empty if nothing in it is known
	 */
	Optional<DeviceAnswer> named(String text) {
		if (text.length() > Spelling.LONGEST) {
			return Optional.empty();
		}
		return coded(text).or(() -> called(Spelling.words(text)));
	}

	private Optional<DeviceAnswer> coded(String text) {
		var candidates = new ArrayList<String>(List.of(text));
		candidates.addAll(Arrays.asList(text.split("[\\s,;()（）]+")));
		return candidates.stream().map(Spelling::code).map(this::ofCode).flatMap(Optional::stream).findFirst();
	}

	private Optional<DeviceAnswer> ofCode(String code) {
		return exactly(code).or(() -> exactly("SM" + code)).or(() -> prefixed(code)).or(() -> prefixed("SM" + code));
	}

	private Optional<DeviceAnswer> exactly(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	private Optional<DeviceAnswer> prefixed(String code) {
		for (int length = code.length() - 1; length >= SHORTEST_PREFIX; length--) {
			Listing listing = this.byPrefix.get(code.substring(0, length));
			if (listing != null) {
				return Optional.of(listing.answer());
			}
		}
		return Optional.empty();
	}

	private Optional<DeviceAnswer> called(List<String> words) {
		Set<Listing> exactly = this.byName.getOrDefault(Spelling.squeezed(words), Set.of());
		if (!exactly.isEmpty()) {
			return Optional.of(oneOf(exactly, Set.of()));
		}
		String telling = Spelling.squeezed(Spelling.telling(words));
		Set<Listing> nearly = this.byName.getOrDefault(telling, this.byTellingName.getOrDefault(telling, Set.of()));
		return nearly.isEmpty() ? Optional.empty() : Optional.of(oneOf(nearly, Spelling.places(words)));
	}

	private DeviceAnswer oneOf(Set<Listing> listings, Set<String> places) {
		List<DeviceAnswer> answers = listings.stream().map(listing -> answer(listing, places)).toList();
		DeviceAnswer first = answers.getFirst();
		if (answers.size() == 1) {
			return first;
		}
		boolean alike = answers.stream().map(DeviceAnswer::verdict).distinct().count() == 1;
		return new DeviceAnswer(alike ? first.verdict() : DeviceAnswer.Verdict.SOME_VERSIONS, Optional.empty(),
				(alike && first.verdict() != DeviceAnswer.Verdict.SOME_VERSIONS) ? first.exception()
						: Optional.of(WHICH_MODEL),
				first.list());
	}

	private static DeviceAnswer answer(Listing listing, Set<String> places) {
		return (places.size() == 1) ? listing.answerSoldIn(places.iterator().next()) : listing.answer();
	}

	/**
	 * Models in which all the words occur, best first.
	 * @param typed as typed; empty gives all
	 * @return the models
	 */
	List<Device> matching(String typed) {
		if (typed.length() > Spelling.LONGEST) {
			return List.of();
		}
		List<String> words = Spelling.words(typed);
		if (words.isEmpty() && !typed.isBlank()) {
			return List.of();
		}
		String squeezed = Spelling.squeezed(words);
		return this.entries.stream()
			.filter(entry -> entry.has(words, squeezed))
			.sorted(Comparator.comparingInt(entry -> entry.distance(words, squeezed)))
			.map(entry -> entry.listing().device())
			.toList();
	}

	/**
	 * Whether a word belongs to the name of any listed device, so that a text with it is
	 * about a device.
	 * @param word in plain letters
	 * @return true if it is a maker or part of a name
	 */
	boolean speaks(String word) {
		return this.entries.stream().anyMatch(entry -> entry.words().contains(word));
	}

	/**
	 * A listing as it is searched.
	 *
	 * @param listing the listing
	 * @param ways the words of each way to name it
	 * @param words of maker, name and other names
	 * @param squeezed the same without spaces
	 * @param names each way to name it, without spaces
	 * @param codes its codes, in small letters
	 */
	private record Entry(Listing listing, List<List<String>> ways, List<String> words, String squeezed,
			List<String> names, List<String> codes) {

		private static final int SHORTEST_CODE = 4;

		static Entry of(Listing listing) {
			Device device = listing.device();
			List<List<String>> ways = DeviceList.names(listing).stream().map(Spelling::words).toList();
			List<String> words = Spelling
				.words(device.maker() + " " + device.name() + " " + String.join(" ", listing.also()));
			return new Entry(listing, ways, words, Spelling.squeezed(words),
					ways.stream().map(Spelling::squeezed).toList(), codes(device));
		}

		private static List<String> codes(Device device) {
			return device.codes().stream().map(code -> Spelling.code(code).toLowerCase(Locale.ROOT)).toList();
		}

		boolean has(List<String> typed, String typedSqueezed) {
			return typed.stream().allMatch(this.squeezed::contains) || hasCode(typedSqueezed);
		}

		private boolean hasCode(String typed) {
			return typed.length() >= SHORTEST_CODE
					&& this.codes.stream().anyMatch(code -> code.startsWith(typed) || code.startsWith("sm" + typed));
		}

		int distance(List<String> typed, String typedSqueezed) {
			if (this.names.contains(typedSqueezed) || this.codes.contains(typedSqueezed)) {
				return 0;
			}
			if (this.words.containsAll(typed)) {
				return 1;
			}
			if (this.names.stream().anyMatch(name -> name.startsWith(typedSqueezed)) || hasCode(typedSqueezed)) {
				return 2;
			}
			return typed.stream().allMatch(this::beginsAWord) ? 3 : 4;
		}

		private boolean beginsAWord(String typed) {
			return this.words.stream().anyMatch(word -> word.startsWith(typed));
		}

	}

}
