package app.resim.visit;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisitReferenceTest {

	@Test
	void eachIsAnotherAndReadsAsItWasWritten() {
		var chance = new SplittableRandom(7);
		assertThat(IntStream.range(0, 1000).mapToObj(each -> VisitReference.draw(chance))).doesNotHaveDuplicates()
			.allSatisfy(drawn -> assertThat(VisitReference.read(drawn.toString().toLowerCase(Locale.ROOT)))
				.contains(drawn));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SV-7K4M", "RS-7K4M-29QD", "SV-7K4M-29QU", "SV-7K4M-29QD-", "SV-7K4M-29QD\n.", "new" })
	void whatIsNoneIsNotRead(String text) {
		assertThat(VisitReference.read(text)).isEmpty();
	}

}
