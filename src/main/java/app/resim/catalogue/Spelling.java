package app.resim.catalogue;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The many ways in which people write the name of one device.
 */
final class Spelling {

	/**
	 * Longest text that can be a device name, in characters. Anything longer is not
	 * looked at.
	 */
	static final int LONGEST = 200;

	private static final String LOOK_ALIKE_CYRILLIC = "авекмнорстух";

	private static final String LOOK_ALIKE_LATIN = "abekmhopctyx";

	/** Chinese is written without spaces, so these are replaced inside words. */
	private static final Map<String, String> CHINESE = chinese();

	private static final Map<String, String> CYRILLIC = Map.ofEntries(Map.entry("айфон", "iphone"),
			Map.entry("айпад", "ipad"), Map.entry("эпл", "apple"), Map.entry("эппл", "apple"),
			Map.entry("самсунг", "samsung"), Map.entry("галакси", "galaxy"), Map.entry("гэлакси", "galaxy"),
			Map.entry("сяоми", "xiaomi"), Map.entry("ксиоми", "xiaomi"), Map.entry("ксяоми", "xiaomi"),
			Map.entry("шаоми", "xiaomi"), Map.entry("редми", "redmi"), Map.entry("поко", "poco"),
			Map.entry("хуавей", "huawei"), Map.entry("хуавэй", "huawei"), Map.entry("хонор", "honor"),
			Map.entry("хонар", "honor"), Map.entry("гугл", "google"), Map.entry("пиксель", "pixel"),
			Map.entry("сони", "sony"), Map.entry("моторола", "motorola"), Map.entry("оппо", "oppo"),
			Map.entry("нокиа", "nokia"), Map.entry("про", "pro"), Map.entry("макс", "max"), Map.entry("мини", "mini"),
			Map.entry("ультра", "ultra"), Map.entry("плюс", "plus"), Map.entry("нот", "note"));

	private static final Map<String, String> PLACES = Map.ofEntries(Map.entry("us", "US"), Map.entry("usa", "US"),
			Map.entry("states", "US"), Map.entry("сша", "US"), Map.entry("china", "CN"), Map.entry("cn", "CN"),
			Map.entry("китай", "CN"), Map.entry("hk", "HK"), Map.entry("hongkong", "HK"), Map.entry("kong", "HK"),
			Map.entry("гонконг", "HK"), Map.entry("macau", "MO"), Map.entry("macao", "MO"), Map.entry("макао", "MO"));

	private static final Set<String> EMPTY_WORDS = Set.of("5g", "4g", "lte", "dual", "sim", "esim", "phone",
			"smartphone", "mobile", "cellular", "wifi", "wi", "fi", "model", "version", "the", "a", "an", "my", "new",
			"bought", "sold", "in", "from", "united", "mainland", "hong", "телефон", "смартфон", "модель", "версия",
			"мой", "новый", "из", "в");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern LATIN_OR_DIGIT = Pattern.compile("[a-z0-9]");

	/**
	 * In this order: marks on letters, plus, generations, capacities, the word "inch".
	 */
	private static final Map<Pattern, String> REWRITINGS = rewritings();

	private Spelling() {
	}

	/**
	 * The words of a name: lower case, full-width letters and makers' names in other
	 * scripts made plain, without capacity, signs and the word "generation".
	 * @param text as typed, at most {@link #LONGEST} characters
	 * @return the words
	 */
	static List<String> words(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		for (var rewriting : REWRITINGS.entrySet()) {
			plain = rewriting.getKey().matcher(plain).replaceAll(rewriting.getValue());
		}
		return BETWEEN_WORDS.splitAsStream(HAN.matcher(plain).find() ? makersInLatin(plain) : plain)
			.filter(word -> !word.isEmpty())
			.map(Spelling::latin)
			.toList();
	}

	private static String makersInLatin(String chinese) {
		String latin = chinese;
		for (var entry : CHINESE.entrySet()) {
			latin = latin.replace(entry.getKey(), " " + entry.getValue() + " ");
		}
		return latin;
	}

	/**
	 * The name without spaces, so that {@code Magic 6 Pro} and {@code Magic6 Pro} are
	 * one.
	 * @param words the words
	 * @return letters and digits
	 */
	static String squeezed(List<String> words) {
		return String.join("", words);
	}

	/**
	 * Leaves out the words that name no model: {@code 5G}, {@code phone}, a country.
	 * @param words the words
	 * @return the others
	 */
	static List<String> telling(List<String> words) {
		return words.stream().filter(word -> !EMPTY_WORDS.contains(word) && !PLACES.containsKey(word)).toList();
	}

	/**
	 * The countries named among the words.
	 * @param words the words
	 * @return ISO 3166 countries
	 */
	static Set<String> places(List<String> words) {
		return words.stream().filter(PLACES::containsKey).map(PLACES::get).collect(Collectors.toSet());
	}

	/**
	 * A model code as it is compared.
	 * @param text for example {@code SM-S928B/DS}
	 * @return letters and digits, upper case, without the sign of the two-card version
	 */
	static String code(String text) {
		String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
		return latin(upper.replaceAll("/DSN?$", "").replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT))
			.toUpperCase(Locale.ROOT);
	}

	private static String latin(String word) {
		String known = CYRILLIC.get(word);
		if (known != null) {
			return known;
		}
		return LATIN_OR_DIGIT.matcher(word).find() ? lookAlikes(word) : word;
	}

	/** A Russian keyboard writes the А of A2108 in another alphabet. */
	private static String lookAlikes(String word) {
		var latin = new StringBuilder(word);
		for (int i = 0; i < latin.length(); i++) {
			int at = LOOK_ALIKE_CYRILLIC.indexOf(latin.charAt(i));
			if (at >= 0) {
				latin.setCharAt(i, LOOK_ALIKE_LATIN.charAt(at));
			}
		}
		return latin.toString();
	}

	private static Map<Pattern, String> rewritings() {
		var rewritings = new LinkedHashMap<Pattern, String>();
		rewritings.put(Pattern.compile("\\p{M}+"), "");
		rewritings.put(Pattern.compile("\\+"), " plus ");
		rewritings.put(Pattern.compile("第\\s*(\\d{1,2})\\s*代"), " $1 ");
		rewritings.put(Pattern.compile("\\b(\\d{1,2})(st|nd|rd|th) gen(eration)?\\b"), "$1");
		rewritings.put(Pattern.compile("\\b\\d{1,4} ?[gt]b\\b"), " ");
		rewritings.put(Pattern.compile("\\binch(es)?\\b"), " ");
		return rewritings;
	}

	private static Map<String, String> chinese() {
		var map = new LinkedHashMap<String, String>();
		List.of("苹果=apple", "蘋果=apple", "三星=samsung", "华为=huawei", "華為=huawei", "小米=xiaomi", "红米=redmi", "紅米=redmi",
				"荣耀=honor", "榮耀=honor", "谷歌=google", "索尼=sony", "摩托罗拉=motorola", "摩托羅拉=motorola", "一加=oneplus",
				"诺基亚=nokia", "諾基亞=nokia", "国行=china", "國行=china", "大陆版=china", "大陸版=china", "港版=hongkong",
				"港行=hongkong", "香港=hongkong", "澳門=macau", "澳门=macau", "美版=usa", "美国=usa", "美國=usa", "手机=phone",
				"手機=phone")
			.forEach(pair -> map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
		return map;
	}

}
