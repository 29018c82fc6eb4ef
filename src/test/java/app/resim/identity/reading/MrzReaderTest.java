package app.resim.identity.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

import app.resim.identity.mrz.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MrzReaderTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

	/** A clock that stands still, so that a slow machine changes nothing. */
	private final MrzReader reader = new MrzReader(CLOCK, () -> 0);

	static BufferedImage picture(String name) throws IOException {
		return ImageIO.read(Objects.requireNonNull(MrzReaderTest.class.getResource("/identity/mrz/" + name)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "passport.jpg", "passport-upside-down.jpg" })
	void aPassportIsReadEitherWayUp(String name) throws IOException {
		MrzRead read = this.reader.read(picture(name)).orElseThrow();
		assertThat(read.lines()).containsExactly("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
				"L898902C36UTO7408122F1204159ZE184226B<<<<<10");
		assertThat(read.verified()).isTrue();
		assertThat(read.mrz().birth()).contains(LocalDate.of(1974, 8, 12));
		assertThat(read.confidences()).hasSize(2).allMatch(confidence -> confidence > 0.8 && confidence <= 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "card.jpg", "card-on-a-table.jpg" })
	void aCardIsReadFlatOrFromTheSide(String name) throws IOException {
		MrzRead read = this.reader.read(picture(name)).orElseThrow();
		assertThat(read.lines()).containsExactly("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
				"ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
		assertThat(read.verified()).isTrue();
	}

	@Test
	void aVisaIsReadOnItsSide() throws IOException {
		MrzRead read = this.reader.read(picture("visa-on-its-side.jpg")).orElseThrow();
		assertThat(read.mrz().format()).isEqualTo(Format.MRV_B);
		assertThat(read.mrz().number()).isEqualTo("L8988901C");
		assertThat(read.digitsPass()).isTrue();
	}

	@Test
	void theBoxHoldsTheZone() throws IOException {
		BufferedImage picture = picture("passport.jpg");
		MrzRead.Box box = this.reader.read(picture).orElseThrow().box();
		assertThat(box.y()).isGreaterThan(picture.getHeight() * 7 / 10);
		assertThat(box.y() + box.height()).isLessThanOrEqualTo(picture.getHeight());
		assertThat(box.width()).isGreaterThan(picture.getWidth() * 8 / 10);
		assertThat(box.height()).isLessThan(picture.getHeight() / 4);
	}

	@Test
	void headingsAreNoZone() throws IOException {
		assertThat(this.reader.read(picture("no-zone.jpg")).filter(MrzRead::digitsPass)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1,5000", "5000,1", "39,39", "40,40", "41,480", "3000,300" })
	void anEmptyPictureOfAnySizeHasNoZone(int width, int height) {
		assertThat(this.reader.read(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "400,300", "900,1200" })
	void noiseHasNoZone(int width, int height) {
		var noise = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		var random = new Random(3);
		for (int i = 0; i < width * height; i++) {
			noise.getRaster().setSample(i % width, i / width, 0, random.nextInt(256));
		}
		assertThat(this.reader.read(noise).filter(MrzRead::digitsPass)).isEmpty();
	}

	@Test
	void whatIsCutOffIsNotGuessed() throws IOException {
		BufferedImage whole = picture("passport.jpg");
		BufferedImage cut = whole.getSubimage(0, 0, whole.getWidth() * 9 / 10, whole.getHeight());
		assertThat(this.reader.read(cut).filter(MrzRead::digitsPass)).isEmpty();
	}

	@Test
	void theDeadlineEndsTheSearch() throws IOException {
		var late = new AtomicLong();
		var slow = new MrzReader(CLOCK, () -> late.getAndAdd(2_000_000_000L));
		assertThat(slow.read(picture("no-zone.jpg"))).isEmpty();
		assertThat(late.get()).isLessThan(10_000_000_000L);
	}

	@Test
	void threadsDoNotDisturbEachOther() throws Exception {
		BufferedImage passport = picture("passport.jpg");
		BufferedImage card = picture("card.jpg");
		List<Callable<Optional<MrzRead>>> calls = List.of(() -> this.reader.read(passport),
				() -> this.reader.read(card), () -> this.reader.read(passport));
		try (var threads = Executors.newFixedThreadPool(3)) {
			var answers = threads.invokeAll(calls);
			assertThat(answers.get(0).get()).isEqualTo(answers.get(2).get()).isEqualTo(this.reader.read(passport));
			assertThat(answers.get(1).get()).isEqualTo(this.reader.read(card));
		}
	}

	@Test
	void nothingPersonalIsPrinted() throws IOException {
		assertThat(this.reader.read(picture("passport.jpg")).orElseThrow().toString()).doesNotContain("ERIKSSON")
			.doesNotContain("L898902C3")
			.doesNotContain("740812");
	}

}
