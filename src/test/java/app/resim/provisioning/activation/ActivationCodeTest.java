package app.resim.provisioning.activation;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ActivationCodeTest {

	private static final String PLAIN = "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815";

	@ParameterizedTest
	@CsvSource({ "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815,04386-AGYFT-A74Y8-3F815,,false",
			"1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$$1,04386-AGYFT-A74Y8-3F815,,true",
			"1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746$1,04386-AGYFT-A74Y8-3F815,1.3.6.1.4.1.31746,true",
			"1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746,04386-AGYFT-A74Y8-3F815,1.3.6.1.4.1.31746,false",
			"1$SMDP.GSMA.COM$$1.3.6.1.4.1.31746,'',1.3.6.1.4.1.31746,false" })
	void vectorsOfTheSpecificationAreReadAndWrittenBackUnchanged(String text, String matchingId, String oid,
			boolean flag) {
		var code = ActivationCode.parse(text).orElseThrow();
		assertThat(code).isEqualTo(new ActivationCode("SMDP.GSMA.COM", matchingId, Optional.ofNullable(oid), flag));
		assertThat(code.text()).isEqualTo(text);
		assertThat(ActivationCode.parse("LPA:" + text)).contains(code);
		assertThat(code.qrText()).isEqualTo("LPA:" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "LPA:", "$", "1$", "1$SMDP.GSMA.COM",
			"LPA:1testsmdpplus1.gsma.com$04386-AGYFT-A74Y8-3F815", "LPA:2$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815",
			"1$SMDP.GSMA.COM$04386_AGYFT", "1$SMDP.GSMA.COM$04386-agyft", "1$$04386-AGYFT", "1$SMDP GSMA.COM$04386",
			"1$SMDP.GSMA.COM$04386$", "1$SMDP.GSMA.COM$04386$$", "1$SMDP.GSMA.COM$04386$$0", "1$SMDP.GSMA.COM$04386$$2",
			"1$SMDP.GSMA.COM$04386$$1$", "1$SMDP.GSMA.COM$04386$1.3$1$x", "1$SMDP.GSMA.COM$04386$oid",
			"1$SMDP.GSMA.COM$04386\n", "lpa:1$SMDP.GSMA.COM$04386", " 1$SMDP.GSMA.COM$04386" })
	void anythingElseIsRefused(String text) {
		assertThat(ActivationCode.parse(text)).isEmpty();
	}

	@Test
	void theLongestCodeHas255CharactersWithoutThePrefix() {
		String longest = "1$a$" + "B".repeat(251);
		assertThat(longest).hasSize(255);
		assertThat(ActivationCode.parse(longest)).isPresent();
		assertThat(ActivationCode.parse("LPA:" + longest)).isPresent();
		assertThat(ActivationCode.parse(longest + "B")).isEmpty();
		assertThat(ActivationCode.parse("LPA:" + longest + "B")).isEmpty();
		assertThat(ActivationCode.of("a", "B".repeat(252), false)).isEmpty();
		assertThat(ActivationCode.of("a", "B".repeat(249), true)).isEmpty();
	}

	@Test
	void thereAreNoTrailingDelimitersAndTheFlagComesAfterAnEmptyOid() {
		assertThat(ActivationCode.of("SMDP.GSMA.COM", "04386-AGYFT-A74Y8-3F815", false).orElseThrow().text())
			.isEqualTo(PLAIN);
		assertThat(ActivationCode.of("SMDP.GSMA.COM", "04386-AGYFT-A74Y8-3F815", true).orElseThrow().text())
			.isEqualTo(PLAIN + "$$1");
	}

	@Test
	void theAddressIsKeptAsGiven() {
		assertThat(ActivationCode.of("Rsp.Example.com:8443/a", "A", false).orElseThrow().qrText())
			.isEqualTo("LPA:1$Rsp.Example.com:8443/a$A");
		assertThat(ActivationCode.of("rsp.example.com$x", "A", false)).isEmpty();
	}

	@Test
	void itPrintsNothing() {
		assertThat(ActivationCode.parse(PLAIN).orElseThrow()).asString().doesNotContain("SMDP").doesNotContain("04386");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ActivationCode("SMDP.GSMA.COM", "secret", Optional.empty(), false))
			.withMessage("Not an activation code");
	}

}
