package app.resim.identity.mrz;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a name may be written in a zone: the recommended letters of ICAO Doc 9303 part 3,
 * section 6, and where states differ each of their ways.
 */
final class Transliteration {

	/** Names of more ways than this are compared by the first of them. */
	private static final int MOST_WAYS = 128;

	private static final String TABLE = """
			Ä AE A;Å AA A;Æ AE;Ð D;Ñ N NXX;Ö OE O;Ø OE O;Ü UE UXX U;Þ TH;ß SS;ẞ SS;Đ D;Ħ H;ı I;Ĳ IJ;ĸ Q;Ł L;Ŋ N;Œ OE;\
			Ŧ T;Ŀ L;ŉ N;Ə E A;А A;Б B;В V;Г G H;Д D;Е E YE;Ё E IO YO;Ж ZH Z J;З Z;И I Y;Й I Y J;К K;Л L;М M;Н N;О O;П P;Р R;С S;\
			Т T;У U;Ф F;Х KH H;Ц TS C;Ч CH C;Ш SH S;Щ SHCH SHT;Ъ IE A;Ы Y;Э E;Ю IU YU;Я IA YA;Ђ D;Ѓ G;\
			Є IE YE;Ѕ DZ;І I;Ї I YI;Ј J;Љ LJ;Њ NJ;Ћ C;Ќ K;Ў U;Џ DZ DJ;Ґ G;Ѫ U;Ѵ Y""";

	private static final Map<Integer, List<String>> WAYS = ways();

	private Transliteration() {
	}

	private static Map<Integer, List<String>> ways() {
		var ways = new HashMap<Integer, List<String>>();
		for (String entry : TABLE.split(";", -1)) {
			List<String> parts = List.of(entry.strip().split(" ", -1));
			ways.put(parts.getFirst().codePointAt(0), parts.subList(1, parts.size()));
		}
		ways.put((int) 'Ь', List.of("", "Y"));
		return Map.copyOf(ways);
	}

	/**
	 * All ways to write a word.
	 * @param word in Latin or Cyrillic letters
	 * @return at least one, of A to Z only; a letter of another script makes it empty
	 */
	static List<String> of(String word) {
		List<String> written = List.of("");
		String composed = Normalizer.normalize(word, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
		for (int letter : composed.codePoints().toArray()) {
			written = longer(written, ways(letter));
		}
		return written;
	}

	private static List<String> longer(List<String> written, List<String> ways) {
		List<String> few = (written.size() * ways.size() > MOST_WAYS) ? ways.subList(0, 1) : ways;
		var longer = new ArrayList<String>();
		for (String start : written) {
			for (String way : few) {
				longer.add(start + way);
			}
		}
		return longer;
	}

	private static List<String> ways(int letter) {
		List<String> known = WAYS.get(letter);
		if (known != null) {
			return known;
		}
		String bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
		List<String> ofBase = WAYS.get(bare.codePointAt(0));
		return (ofBase != null) ? ofBase : List.of(bare.replaceAll("[^A-Z]", ""));
	}

}
