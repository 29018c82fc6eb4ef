package app.resim.notification.sms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How words become septets and octets, and where they are cut.
 */
class PartTest {

	@Test
	void everyCharacterOfTheDefaultAlphabetIsTheSeptetOfTheTable() {
		String all = String.join("", Septets.ROWS).replace("\u001b", "");
		byte[] octets = alone(all).octets();

		assertThat(octets).hasSize(127);
		assertThat(Septets.read(octets)).isEqualTo(all);
		assertThat(octets).containsExactly(IntStream.range(0, 128).filter(septet -> septet != 0x1b).toArray());
	}

	@Test
	void everyCharacterOfTheExtensionIsAnEscapeAndASeptet() {
		Septets.EXTENSION
			.forEach((septet, letter) -> assertThat(alone(letter.toString()).octets()).containsExactly(0x1b, septet));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ç", "`", "’", "…", "и", "號", "\u00a0", "\t", "📱", "\u001b" })
	void oneCharacterThatTheAlphabetLacksMakesItUcs2(String letter) {
		Part part = alone("A" + letter);

		assertThat(part.coding()).isEqualTo((byte) 8);
		assertThat(part.octets()).isEqualTo(("A" + letter).getBytes(StandardCharsets.UTF_16BE));
	}

	@ParameterizedTest
	@CsvSource({ "a,159,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "€,152,2", "€,153,3",
			"號,70,1", "號,71,2", "號,134,2", "號,135,3", "📱,35,1", "📱,36,2", "📱,66,2", "📱,67,3" })
	void textsAreCutWhereTheyAreFull(String letter, int times, int parts) {
		assertThat(Part.of(letter.repeat(times), 1)).hasSize(parts);
	}

	@Test
	void anEmptyTextIsOnePart() {
		assertThat(alone("").octets()).isEmpty();
	}

	@Test
	void partsAreCountedInTheirHeader() {
		List<Part> parts = Part.of("a".repeat(400), 0x1c7);

		assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(part.headed()).isTrue());
		assertThat(parts).map(part -> Arrays.copyOf(part.octets(), 6))
			.containsExactly(new byte[] { 5, 0, 3, (byte) 0xc7, 3, 1 }, new byte[] { 5, 0, 3, (byte) 0xc7, 3, 2 },
					new byte[] { 5, 0, 3, (byte) 0xc7, 3, 3 });
		assertThat(parts.getFirst().octets()).hasSize(159);
	}

	@Test
	void anEscapeIsNeverCutFromItsCharacter() {
		String text = "a".repeat(152) + "€" + "b".repeat(20);

		assertThat(Part.of(text, 1)).map(part -> Septets.read(body(part)))
			.containsExactly("a".repeat(152), "€" + "b".repeat(20));
	}

	@Test
	void aSurrogatePairIsNeverCut() {
		String text = "號".repeat(66) + "📱" + "碼".repeat(20);

		assertThat(Part.of(text, 1)).map(part -> new String(body(part), StandardCharsets.UTF_16BE))
			.containsExactly("號".repeat(66), "📱" + "碼".repeat(20));
	}

	@Test
	void halfASurrogatePairSpoilsNothingElse() {
		Part part = alone("號\ud83d碼");

		assertThat(new String(part.octets(), StandardCharsets.UTF_16BE)).startsWith("號").endsWith("碼").hasSize(3);
	}

	@Test
	void noPartPrintsItsWords() {
		assertThat(Part.of("402718", 1).stream().map(Part::toString).collect(Collectors.joining()))
			.doesNotContain("402718", "52", "4");
	}

	private static Part alone(String text) {
		List<Part> parts = Part.of(text, 1);
		assertThat(parts).hasSize(1);
		assertThat(parts.getFirst().headed()).isFalse();
		return parts.getFirst();
	}

	private static byte[] body(Part part) {
		return Arrays.copyOfRange(part.octets(), 6, part.octets().length);
	}

}
