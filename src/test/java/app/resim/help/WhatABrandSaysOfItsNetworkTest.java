package app.resim.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import app.resim.MovingClock;
import app.resim.kernel.BrandId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What an operator writes into the file for the help pages.
 */
class WhatABrandSaysOfItsNetworkTest {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	private static final String DISTURBED = """
			brands:
			  tidewire:
			    ownNumber: "*100#"
			    notices:
			      - {from: "2026-08-04T05:00:00Z", until: "2026-08-04T07:00:00Z", text: {en: No signal in Central., ru: Нет сигнала.}}
			      - {from: "2026-08-05T05:00:00Z", until: "2026-08-05T07:00:00Z", text: {en: Work tomorrow.}}
			""";

	private final MovingClock clock = new MovingClock();

	@TempDir
	private Path folder;

	private BrandHelp written(String yaml) throws IOException {
		Files.writeString(file(), yaml);
		return new BrandHelp(new FileSystemResource(file()), this.clock);
	}

	private Path file() {
		return this.folder.resolve("help.yaml");
	}

	@Test
	void aNoticeIsSaidWhileItHoldsAndInTheReadersLanguage() throws IOException {
		BrandHelp help = written(DISTURBED);

		assertThat(help.disturbances(TIDEWIRE)).hasSize(1);
		Disturbance now = help.disturbances(TIDEWIRE).getFirst();
		assertThat(now.said(Locale.forLanguageTag("ru"))).isEqualTo("Нет сигнала.");
		assertThat(now.said(Locale.forLanguageTag("zh-Hant"))).isEqualTo("No signal in Central.");
		this.clock.move(Duration.ofHours(2));
		assertThat(help.disturbances(TIDEWIRE)).isEmpty();
	}

	@Test
	void aBrandThatSaysNothingHasNothing() throws IOException {
		BrandHelp help = written(DISTURBED);

		assertThat(help.ownNumber(TIDEWIRE)).contains("*100#");
		assertThat(help.ownNumber(new BrandId("other"))).isEmpty();
		assertThat(help.disturbances(new BrandId("other"))).isEmpty();
		assertThat(written("brands:").ownNumber(TIDEWIRE)).isEmpty();
	}

	@Test
	void aDisturbanceWaitsForNoRestart() throws IOException {
		BrandHelp help = written("brands: {}");
		assertThat(help.disturbances(TIDEWIRE)).isEmpty();

		change(DISTURBED, 1);
		assertThat(help.disturbances(TIDEWIRE)).hasSize(1);
	}

	@Test
	void aMistakeInTheMiddleOfTheDayTakesNothingAway() throws IOException {
		BrandHelp help = written(DISTURBED);

		change("brands: [", 1);
		assertThat(help.disturbances(TIDEWIRE)).hasSize(1);
		Files.delete(file());
		assertThat(help.disturbances(TIDEWIRE)).hasSize(1);
		change("brands: {}", 2);
		assertThat(help.disturbances(TIDEWIRE)).isEmpty();
	}

	private void change(String yaml, int seconds) throws IOException {
		Files.writeString(file(), yaml);
		Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2027-01-01T00:00:00Z").plusSeconds(seconds)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "brands: {tidewire: {ownNumber: call us}}", "brands: {tidewire: {colour: red}}",
			"brands:\n  tidewire:\n    notices:\n      - {from: 2026-08-05T05:00:00Z, until: 2026-08-04T05:00:00Z, text: {en: x}}",
			"brands: {tidewire: {notices: [{from: 2026-08-04T05:00:00Z, until: 2026-08-05T05:00:00Z, text: {}}]}}" })
	void aMistakeStopsTheStartWithItsLine(String yaml) {
		assertThatIllegalStateException().isThrownBy(() -> written(yaml))
			.withMessageMatching("(?s)resim\\.help\\.file .*, line [1-9].*");
	}

	@Test
	void whatIsShippedIsRead() {
		assertThat(new BrandHelp(new ClassPathResource("help/brands.yaml"), this.clock).ownNumber(TIDEWIRE))
			.isPresent();
	}

}
