package app.resim.identity.mrz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the name of an account is the name in a zone. Knows how names get into a zone:
 * transliterated, in another order, run together, cut off at the end.
 */
public enum NameMatch {

	/** The same name, as far as a zone can tell. */
	SAME,
	/** A name is missing, or a few letters differ: for a person to look at. */
	SIMILAR,
	/** Another name. */
	DIFFERENT;

	private static final int LONGEST_NAME = 200;

	private static final double SIMILAR_ENOUGH = 0.8;

	/**
	 * Compares.
	 * @param name the account's, in Latin or Cyrillic letters, in any order
	 * @param mrz the zone
	 * @return how well they agree
	 */
	public static NameMatch of(String name, Mrz mrz) {
		return of(name, mrz.surname() + " " + mrz.givenNames(), mrz.namesMayBeCut());
	}

	/**
	 * Compares.
	 * @param name the account's, in Latin or Cyrillic letters, in any order
	 * @param inZone all names of the zone, with blanks between them
	 * @param mayBeCut whether the zone's name may go on beyond its field
	 * @return how well they agree
	 */
	public static NameMatch of(String name, String inZone, boolean mayBeCut) {
		if (name.length() > LONGEST_NAME || inZone.length() > LONGEST_NAME) {
			return DIFFERENT;
		}
		List<List<String>> words = words(name);
		List<List<String>> read = words(inZone);
		if (words.isEmpty() || read.isEmpty()) {
			return DIFFERENT;
		}
		List<List<String>> missing = new ArrayList<>(words);
		List<List<String>> unmatched = unmatched(read, missing);
		if (missing.isEmpty() && unmatched.isEmpty() || runTogether(words, read)
				|| mayBeCut && cut(read, unmatched, missing)) {
			return SAME;
		}
		return similar(words, read, missing, unmatched) ? SIMILAR : DIFFERENT;
	}

	private static List<List<String>> words(String name) {
		// what is between letters parts words, except for an apostrophe
		return Arrays.stream(name.replaceAll("['’ʼ`´]", "").split("[^\\p{L}\\p{M}]+", -1))
			.map(Transliteration::of)
			.map(ways -> ways.stream().filter(way -> !way.isEmpty()).toList())
			.filter(ways -> !ways.isEmpty())
			.toList();
	}

	/** Takes every word that is in the zone out of the missing ones. */
	private static List<List<String>> unmatched(List<List<String>> read, List<List<String>> missing) {
		var unmatched = new ArrayList<List<String>>();
		for (List<String> word : read) {
			int found = -1;
			for (int i = 0; i < missing.size() && found < 0; i++) {
				found = shared(missing.get(i), word) ? i : -1;
			}
			if (found < 0) {
				unmatched.add(word);
			}
			else {
				missing.remove(found);
			}
		}
		return unmatched;
	}

	private static boolean shared(List<String> ways, List<String> others) {
		return ways.stream().anyMatch(others::contains);
	}

	private static boolean runTogether(List<List<String>> words, List<List<String>> read) {
		var all = read.stream().map(List::getFirst).toList();
		String joined = String.join("", all);
		for (int first = 0; first < words.size(); first++) {
			if (starts(joined, words, first, words.size())) {
				return true;
			}
		}
		return false;
	}

	/** Whether a text is made of all words, beginning with one and going round. */
	private static boolean starts(String text, List<List<String>> words, int word, int left) {
		if (left == 0) {
			return text.isEmpty();
		}
		return words.get(word % words.size())
			.stream()
			.anyMatch(way -> text.startsWith(way) && starts(text.substring(way.length()), words, word + 1, left - 1));
	}

	/**
	 * Whether only the last word of the zone is unknown, and is how a missing one starts.
	 */
	private static boolean cut(List<List<String>> read, List<List<String>> unmatched, List<List<String>> missing) {
		if (unmatched.isEmpty()) {
			return read.size() > 1;
		}
		String last = read.getLast().getFirst();
		return unmatched.size() == 1 && unmatched.getFirst().equals(read.getLast()) && read.size() > 1
				&& missing.stream().anyMatch(ways -> ways.stream().anyMatch(way -> way.startsWith(last)));
	}

	private static boolean similar(List<List<String>> words, List<List<String>> read, List<List<String>> missing,
			List<List<String>> unmatched) {
		int matched = words.size() - missing.size();
		if (matched >= 2 && (missing.isEmpty() || unmatched.isEmpty())) {
			return true;
		}
		return likeness(sorted(words), sorted(read)) >= SIMILAR_ENOUGH;
	}

	private static String sorted(List<List<String>> words) {
		return String.join("", words.stream().map(List::getFirst).sorted().toList());
	}

	/** One less the share of letters to change, put in or take out. */
	private static double likeness(String a, String b) {
		int[] costs = new int[b.length() + 1];
		Arrays.setAll(costs, i -> i);
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = costs[0];
			costs[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int changed = diagonal + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				diagonal = costs[j];
				costs[j] = Math.min(changed, 1 + Math.min(costs[j], costs[j - 1]));
			}
		}
		return 1 - (double) costs[b.length()] / Math.max(a.length(), b.length());
	}

}
