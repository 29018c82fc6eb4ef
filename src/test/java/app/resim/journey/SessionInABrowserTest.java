package app.resim.journey;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The warning before a session ends, on a page of Flow in a real browser.
 */
@Journey
class SessionInABrowserTest {

	private static final String LOOK = "document.dispatchEvent(new Event('visibilitychange'))";

	@Autowired
	JdbcClient database;

	@Test
	void somebodyWhoWasAwayIsWarnedAndStaysByKeyboard(Visitor kay) {
		kay.signInAsStaff("kay", "demo-kay").open("/staff");
		lastDeed("13' MINUTE");
		kay.page().evaluate(LOOK);
		kay.page().waitForSelector("#staying[open]");
		assertThat(kay.page().locator("#staying")).containsText("is saved");
		assertThat(kay.page().locator("#stay")).isFocused();
		assertThat(kay.page().locator("#stay-understood")).isHidden();
		kay.findsNoBarrier().needsNoSidewaysScroll().pictures("warning");

		kay.page().keyboard().press("Enter");

		assertThat(kay.page().locator("#staying")).isHidden();
		await().until(this::seenJustNow);
	}

	@Test
	void somebodyWhoTypesIsSeenWithoutAnyWarning(Visitor kay) {
		kay.signInAsStaff("kay", "demo-kay").open("/staff");
		lastDeed("10' MINUTE");
		kay.page().keyboard().press("Shift");
		await().until(this::seenJustNow);
		assertThat(kay.page().locator("#staying")).isHidden();
	}

	@Test
	void whoeverStaysAwayIsSignedOutAndToldWhy(Visitor kay) {
		kay.signInAsStaff("kay", "demo-kay").open("/staff");
		// not a whole minute more: then the server may be the one to end it, and tells
		// nobody
		lastDeed("930' SECOND");
		kay.page().evaluate(LOOK);
		kay.page().waitForURL("**/staff/sign-in");
		assertThat(kay.page().locator(".note")).containsText("You were signed out");
	}

	@Test
	void anOpenPageThatWaitsForPushIsEndedWhenItsOwnerSignsOutElsewhere(Visitor kay) {
		kay.signInAsStaff("kay", "demo-kay").open("/staff");
		this.database.sql("UPDATE sign_in_session SET ended_at = NOW() WHERE holder = 'kay'").update();
		kay.tolerates("WebSocket|status of 40[13]|Failed to load resource");
		kay.page().waitForURL("**/staff/sign-in");
	}

	private void lastDeed(String ago) {
		this.database.sql("UPDATE sign_in_session SET seen_at = NOW() - INTERVAL '" + ago + " WHERE holder = 'kay'")
			.update();
	}

	private boolean seenJustNow() {
		return this.database
			.sql("SELECT COUNT(*) FROM sign_in_session WHERE holder = 'kay' AND seen_at > NOW() - INTERVAL '1' MINUTE")
			.query(Integer.class)
			.single() > 0;
	}

}
