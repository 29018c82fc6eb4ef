package app.resim.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.resim.identity.Findings.Reason;
import app.resim.identity.quality.Quality;
import app.resim.identity.worker.Answer;
import app.resim.identity.worker.Faces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JudgementTest {

	@ParameterizedTest
	@CsvSource({ "12, 200, false", "11.9, 200, true", "500, 15, false", "500, 14.9, true" })
	void belowAHardThresholdABetterPictureIsAskedFor(double sharpness, double light, boolean retake) {
		Findings findings = Judgement.of(seen(sharpness, light, 0, Faces.FOUND), false, false);
		assertThat(findings instanceof Findings.Retake).isEqualTo(retake);
	}

	@Test
	void aMissingFaceIsAskedForOnceAndNeverRefused() {
		assertThat(Judgement.of(seen(500, 200, 0, Faces.NONE_FOUND), false, false))
			.isEqualTo(new Findings.Retake(Set.of(Reason.NO_FACE)));
		assertThat(Judgement.of(seen(500, 200, 0, Faces.NONE_FOUND), true, false))
			.isEqualTo(new Findings.NeedsPerson(Set.of(Reason.NO_FACE)));
	}

	@Test
	void whereNobodyCanLookForFacesNoneIsMissed() {
		assertThat(Judgement.of(seen(500, 200, 0, Faces.NOT_AVAILABLE), false, false))
			.isEqualTo(new Findings.Accepted(Set.of()));
	}

	@Test
	void whatCouldBeBetterIsOnlyNoted() {
		assertThat(Judgement.of(seen(500, 59, 0.1, Faces.FOUND), false, false))
			.isEqualTo(new Findings.Accepted(Set.of(Reason.DIM, Reason.GLARE)));
	}

	@Test
	void theSamePictureElsewhereIsForAPerson() {
		assertThat(Judgement.of(seen(500, 59, 0, Faces.FOUND), false, true))
			.isEqualTo(new Findings.NeedsPerson(Set.of(Reason.DIM, Reason.SAME_PICTURE_ELSEWHERE)));
	}

	private static Answer.Examined seen(double sharpness, double light, double glare, Faces faces) {
		return new Answer.Examined(new byte[4], 1600, 1100, new Quality(sharpness, light, glare), faces,
				Optional.empty(), List.of());
	}

}
