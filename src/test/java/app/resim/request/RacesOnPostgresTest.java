package app.resim.request;

import app.resim.RacingResim;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A few of the races that {@code script/bench races} runs ten thousand of.
 */
@Tag("postgres")
class RacesOnPostgresTest {

	private static final int RACES = 45;

	@Test
	void neverACodeAfterAConfirmedStopNorTwoRequestsNorTwoProfiles() throws Exception {
		try (var resim = RacingResim.start()) {
			ConfigurableApplicationContext context = resim.context();

			Races.Report report = new Races(context).run(RACES);

			assertThat(report.faults()).isEmpty();
			assertThat(report.stopped()).isEqualTo(report.races()).isGreaterThanOrEqualTo(RACES);
			assertThat(report.shown()).as("the stop was not always first").isPositive();
		}
	}

}
