package app.resim.request;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * References as people read them to each other.
 */
class RequestReferenceTest {

	@ParameterizedTest
	@ValueSource(strings = { "RS-7K1M-20QD", "rs7k1m20qd", "RS 7KIM 2OQD", "rs-7klm-2oqd" })
	void aReferenceIsReadAsPeopleTypeIt(String typed) {
		assertThat(RequestReference.read(typed)).contains(new RequestReference("RS-7K1M-20QD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "RS-7K1M", "XX-7K1M-20QD", "RS-7K1M-20QU", "../../etc/passwd", "RS-7K1M-20QD1", "🦊" })
	void whatIsNoReferenceIsNone(String typed) {
		assertThat(RequestReference.read(typed)).isEmpty();
	}

	@Test
	void aDrawnReferenceReadsBackAsItself() {
		var chance = new Random(1);
		for (int i = 0; i < 1000; i++) {
			RequestReference drawn = RequestReference.draw(chance);
			assertThat(RequestReference.read(drawn.reference())).contains(drawn);
		}
	}

}
