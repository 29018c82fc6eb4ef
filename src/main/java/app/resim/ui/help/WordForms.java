package app.resim.ui.help;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;

/**
 * Makes words comparable: letters in one case, forms of a word by their common beginning,
 * Chinese in pairs of simplified characters, because it is written without blanks and in
 * two scripts.
 */
final class WordForms {

	private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

	private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

	/** What is left of a word at least. */
	private static final int SHORTEST = 3;

	private static final List<String> RUSSIAN = endings(
			"иями ями ами его ого ему ому ыми ими ует уют ить ать ять еть ала ила яла али или яли ается ится утся ются "
					+ "ешь ишь ете ите ние ния нию ться тся ему ую юю ая яя ое ее ые ие ый ий ой ей ам ям ах ях ов ев "
					+ "ом ем ью ия ию ии ал ил ял ет ит ут ют ат ят ен на но ны а я о е ы и у ю ь й");

	private static final List<String> ENGLISH = endings("ings ing ied ies ed es s e y");

	/** Words that stand in every question. */
	private static final Set<String> EMPTY = Set.of("a", "i", "я", "в", "и", "к", "о", "с", "у", "the", "my", "is",
			"are", "do", "does", "how", "what", "can", "of", "for", "and", "it", "in", "on", "to", "with", "you", "an",
			"at", "if", "or", "why", "when", "will", "this", "that", "have", "has", "did", "be", "me", "как", "что",
			"мой", "моя", "мне", "для", "это", "ли", "или", "если", "на", "не", "по", "из", "от", "до", "за", "же",
			"бы", "где", "чем", "был", "怎么", "怎样", "什么", "可以", "我的", "如何", "为什", "么办", "点样", "是否", "有没", "没有", "一个",
			"不能");

	private WordForms() {
	}

	/**
	 * What a text can be found by.
	 * @param text in any language
	 * @return comparable forms, with repetitions
	 */
	static List<String> of(String text) {
		String folded = folded(text);
		List<String> forms = new ArrayList<>(forms(folded).toList());
		// somebody may look for a single character
		HAN.matcher(folded)
			.results()
			.flatMap(run -> run.group().codePoints().mapToObj(Character::toString))
			.forEach(forms::add);
		return forms;
	}

	private static Stream<String> forms(String folded) {
		return RUN.matcher(folded)
			.results()
			.map(MatchResult::group)
			.flatMap(run -> HAN.matcher(run).matches() ? pairs(run) : Stream.of(stem(run)));
	}

	/**
	 * What somebody looks for. Chinese is cut into words first: a pair of characters that
	 * only stand beside one another by chance is looked for by nobody.
	 * @param typed in any language
	 * @return comparable forms without those that say nothing, unless there is nothing
	 * else
	 */
	static List<String> lookedFor(String typed) {
		List<String> all = cut(folded(typed)).stream()
			// before their ends are taken off
			.flatMap(word -> EMPTY.contains(word) ? Stream.of(word) : forms(word))
			.distinct()
			.toList();
		List<String> kept = all.stream().filter(form -> !EMPTY.contains(form)).toList();
		return kept.isEmpty() ? all : kept;
	}

	/** Characters that the dictionary leaves alone are a word together. */
	private static List<String> cut(String text) {
		BreakIterator words = BreakIterator.getWordInstance(ULocale.SIMPLIFIED_CHINESE);
		words.setText(text);
		List<String> cut = new ArrayList<>();
		boolean alone = false;
		int start = words.first();
		for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
			String word = text.substring(start, end);
			boolean single = word.length() == 1 && HAN.matcher(word).matches();
			if (single && alone) {
				cut.add(cut.removeLast() + word);
			}
			else if (RUN.matcher(word).find()) {
				cut.add(word);
			}
			alone = single;
		}
		return cut;
	}

	private static String folded(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('ё', 'е');
		return HAN.matcher(plain).find() ? SIMPLIFIED.transliterate(plain) : plain;
	}

	private static Stream<String> pairs(String run) {
		return (run.length() == 1) ? Stream.of(run)
				: IntStream.range(0, run.length() - 1).mapToObj(i -> run.substring(i, i + 2));
	}

	private static String stem(String word) {
		for (String ending : Character.UnicodeBlock.of(word.charAt(0)) == Character.UnicodeBlock.CYRILLIC ? RUSSIAN
				: ENGLISH) {
			if (word.length() - ending.length() >= SHORTEST && word.endsWith(ending)) {
				return word.substring(0, word.length() - ending.length());
			}
		}
		return word;
	}

	private static List<String> endings(String written) {
		return Stream.of(written.split(" "))
			.distinct()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
	}

}
