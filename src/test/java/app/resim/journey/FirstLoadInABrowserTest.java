package app.resim.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first page on a phone with a poor line. The served bundle is the optimised one only
 * in the whole build.
 */
@Journey
class FirstLoadInABrowserTest {

	@Test
	void staysWithinItsGoal(Visitors visitors) {
		assertThat(visitors.firstLoad("/").bytes()).isBetween(1L, FirstLoad.GOAL);
	}

}
