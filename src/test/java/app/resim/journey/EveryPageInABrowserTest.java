package app.resim.journey;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that the other ways through Resim do not come by: each must run with nothing but
 * the functions that are known. A visitor whose browser complains fails.
 */
@Journey
class EveryPageInABrowserTest {

	@Test
	void allPagesOfASeniorOpen(Visitor visitor) {
		visitor.signInAsStaff("hugo", "demo-hugo");
		for (String page : List.of("/staff", "/staff/team", "/staff/keeping", "/staff/colleagues", "/staff/audit",
				"/staff/devices")) {
			assertThat(visitor.open(page).page().locator("h1").count()).as(page).isEqualTo(1);
		}
	}

}
