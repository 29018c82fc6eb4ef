package app.resim.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.resim.identity.Findings.Reason;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.mrz.MrzParsing;
import app.resim.identity.quality.Quality;
import app.resim.identity.worker.Answer;
import app.resim.identity.worker.Faces;
import app.resim.kernel.DocumentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JudgementTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final Judgement.Paper PLAIN = new Judgement.Paper(Subject.PORTRAIT, Optional.empty(), TODAY);

	@ParameterizedTest
	@CsvSource({ "12, 200, false", "11.9, 200, true", "500, 15, false", "500, 14.9, true" })
	void belowAHardThresholdABetterPictureIsAskedFor(double sharpness, double light, boolean retake) {
		Findings findings = Judgement.of(seen(sharpness, light, 0, Faces.FOUND), PLAIN, false, false);
		assertThat(findings instanceof Findings.Retake).isEqualTo(retake);
	}

	@Test
	void aMissingFaceIsAskedForOnceAndNeverRefused() {
		assertThat(Judgement.of(seen(500, 200, 0, Faces.NONE_FOUND), PLAIN, false, false))
			.isEqualTo(new Findings.Retake(Set.of(Reason.NO_FACE)));
		assertThat(Judgement.of(seen(500, 200, 0, Faces.NONE_FOUND), PLAIN, true, false))
			.isEqualTo(new Findings.NeedsPerson(Set.of(Reason.NO_FACE)));
	}

	@Test
	void whereNobodyCanLookForFacesNoneIsMissed() {
		assertThat(Judgement.of(seen(500, 200, 0, Faces.NOT_AVAILABLE), PLAIN, false, false))
			.isEqualTo(new Findings.Accepted(Set.of()));
	}

	@Test
	void whatCouldBeBetterIsOnlyNoted() {
		assertThat(Judgement.of(seen(500, 59, 0.1, Faces.FOUND), PLAIN, false, false))
			.isEqualTo(new Findings.Accepted(Set.of(Reason.DIM, Reason.GLARE)));
	}

	@Test
	void theSamePictureElsewhereIsForAPerson() {
		assertThat(Judgement.of(seen(500, 59, 0, Faces.FOUND), PLAIN, false, true))
			.isEqualTo(new Findings.NeedsPerson(Set.of(Reason.DIM, Reason.SAME_PICTURE_ELSEWHERE)));
	}

	@Test
	void aPassportWithoutAReadableZoneIsAskedForOnceMore() {
		var passport = new Judgement.Paper(Subject.of(DocumentKind.PASSPORT, Side.FRONT), Optional.empty(), TODAY);

		assertThat(Judgement.of(seen(500, 200, 0, Faces.FOUND), passport, false, false))
			.isEqualTo(new Findings.Retake(Set.of(Reason.MRZ_UNREADABLE)));
		assertThat(Judgement.of(seen(500, 200, 0, Faces.FOUND), passport, true, false))
			.isEqualTo(new Findings.NeedsPerson(Set.of(Reason.MRZ_UNREADABLE)));
	}

	@Test
	void aPassportInPlaceOfAnIdentityCardIsNoticed() {
		var card = new Judgement.Paper(Subject.of(DocumentKind.HKID, Side.FRONT), passport("2012-04-15"), TODAY);

		assertThat(Judgement.of(seen(500, 200, 0, Faces.FOUND), card, false, false).reasons())
			.containsExactly(Reason.OTHER_DOCUMENT);
	}

	@Test
	void anExpiredPassportIsForAPerson() {
		var over = new Judgement.Paper(Subject.of(DocumentKind.PASSPORT, Side.FRONT), passport("2012-04-15"), TODAY);

		assertThat(Judgement.of(seen(500, 200, 0, Faces.FOUND), over, false, false))
			.isEqualTo(new Findings.NeedsPerson(Set.of(Reason.EXPIRED)));
	}

	/** ICAO's example, which has expired long ago. */
	private static Optional<Mrz> passport(String until) {
		return switch (Mrz.parse(
				List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
				TODAY)) {
			case MrzParsing.Parsed(Mrz mrz) ->
				Optional.of(mrz).filter(read -> read.expiry().equals(Optional.of(LocalDate.parse(until))));
			case MrzParsing.NotAnMrz not -> Optional.empty();
		};
	}

	private static Answer.Examined seen(double sharpness, double light, double glare, Faces faces) {
		return new Answer.Examined(new byte[4], 1600, 1100, new Quality(sharpness, light, glare), faces,
				Optional.empty(), List.of());
	}

}
