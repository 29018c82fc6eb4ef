package app.resim.journey;

import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages and components that the other ways through Resim do not come by: each must run
 * with nothing but the functions that are known. A visitor whose browser complains fails.
 */
@Journey
class EveryPageInABrowserTest {

	@Test
	void aDeviceIsFoundWhileItsNameIsTyped(Visitor visitor) {
		visitor.signIn("anna.demo@example.com").press("line-1-replace");
		visitor.page().locator("label[for=held-no]").click();
		Locator list = visitor.page().locator("vaadin-combo-box input");
		list.click();
		list.pressSequentially("Pixel 9");
		Locator found = visitor.page().locator("vaadin-combo-box-item:visible");
		found.first().waitFor();
		assertThat(found.first().innerText()).contains("Pixel 9");
		found.first().click();
		visitor.press("continue");
		visitor.page().waitForURL("**/document");
	}

	@Test
	void allPagesOfASeniorOpen(Visitor visitor) {
		visitor.signInAsStaff("hugo", "demo-hugo");
		for (String page : List.of("/staff", "/staff/team", "/staff/keeping", "/staff/colleagues", "/staff/audit",
				"/staff/devices")) {
			assertThat(visitor.open(page).page().locator("h1").count()).as(page).isEqualTo(1);
		}
	}

}
