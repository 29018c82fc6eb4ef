package app.resim.ui.help;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds answers by words: those that stand in the question count most, rare ones more
 * than frequent ones. Somebody who types a whole sentence finds what has half of its
 * telling words.
 *
 * @param <T> what is found
 */
final class Search<T> {

	/** More is not read: a question is short. */
	static final int LONGEST = 120;

	private static final double QUESTION = 5;

	private static final double WORDS = 4;

	private static final double TEXT = 1;

	/** What the beginning of a word is worth. */
	private static final double BEGINNING = 0.6;

	private static final int SHORTEST_BEGINNING = 4;

	/** Of the words typed, so many have to be there. */
	private static final double ENOUGH = 0.5;

	private static final int MOST = 8;

	private final Map<T, Map<String, Double>> shelf;

	private final Map<T, Set<String>> questions;

	private final Map<String, Long> spread;

	private Search(Map<T, Map<String, Double>> shelf, Map<T, Set<String>> questions) {
		this.shelf = shelf;
		this.questions = questions;
		this.spread = shelf.values()
			.stream()
			.map(Map::keySet)
			.flatMap(Collection::stream)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	/**
	 * Makes answers searchable.
	 * @param found what is found, each with its answer
	 * @param <T> what is found
	 * @return the search
	 */
	static <T> Search<T> in(Map<T, Answer> found) {
		Map<T, Map<String, Double>> shelf = new HashMap<>();
		Map<T, Set<String>> questions = new HashMap<>();
		found.forEach((each, answer) -> {
			shelf.put(each, weights(answer));
			questions.put(each, Set.copyOf(WordForms.of(answer.question())));
		});
		return new Search<>(shelf, questions);
	}

	private static Map<String, Double> weights(Answer answer) {
		Map<String, Double> weights = new HashMap<>();
		weigh(weights, answer.text() + " " + String.join(" ", answer.points()), TEXT);
		weigh(weights, answer.words(), WORDS);
		weigh(weights, answer.question(), QUESTION);
		return weights;
	}

	private static void weigh(Map<String, Double> weights, String text, double weight) {
		WordForms.of(text).forEach(form -> weights.merge(form, weight, Math::max));
	}

	/**
	 * Finds what fits.
	 * @param typed as it was, in the language of the answers
	 * @return the best first; empty if nothing has enough of the words
	 */
	List<T> find(String typed) {
		String read = typed.substring(0, Math.min(typed.length(), LONGEST));
		List<String> words = WordForms.lookedFor(read);
		Set<String> said = Set.copyOf(WordForms.of(read));
		Map<T, Double> points = new HashMap<>();
		this.shelf.forEach((each, weights) -> points.put(each, points(words, weights) * (1 + likeness(said, each))));
		return points.entrySet()
			.stream()
			.filter(entry -> entry.getValue() > 0)
			.sorted(Map.Entry.<T, Double>comparingByValue()
				.reversed()
				.thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
			.map(Map.Entry::getKey)
			.limit(MOST)
			.toList();
	}

	/** Who types a question as it is written means that one. */
	private double likeness(Set<String> said, T each) {
		Set<String> question = this.questions.getOrDefault(each, Set.of());
		long both = said.stream().filter(question::contains).count();
		return (both == 0) ? 0 : (double) both / (said.size() + question.size() - both);
	}

	private double points(List<String> words, Map<String, Double> weights) {
		double sum = 0;
		int there = 0;
		for (String word : words) {
			double one = points(word, weights);
			sum += one;
			there += (one > 0) ? 1 : 0;
		}
		return (there >= ENOUGH * words.size()) ? sum : 0;
	}

	private double points(String word, Map<String, Double> weights) {
		Double exact = weights.get(word);
		if (exact != null) {
			return exact * rarity(word);
		}
		return weights.entrySet()
			.stream()
			.filter(each -> beginsAlike(word, each.getKey()))
			.mapToDouble(each -> each.getValue() * rarity(each.getKey()) * BEGINNING)
			.max()
			.orElse(0);
	}

	private static boolean beginsAlike(String one, String other) {
		return Math.min(one.length(), other.length()) >= SHORTEST_BEGINNING
				&& (one.startsWith(other) || other.startsWith(one));
	}

	private double rarity(String form) {
		return Math.log(1 + (double) this.shelf.size() / this.spread.getOrDefault(form, 1L));
	}

}
