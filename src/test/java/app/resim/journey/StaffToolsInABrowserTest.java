package app.resim.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where two colleagues are needed: stopping a request, and resetting a lost proof.
 */
@Journey
class StaffToolsInABrowserTest {

	@Autowired
	JdbcClient database;

	@AfterEach
	void nothingIsAskedFor() {
		this.database.sql("DELETE FROM staff_reset").update();
		this.database.sql("DELETE FROM lock_opening").update();
		this.database.sql("DELETE FROM sim_lock").update();
	}

	@Test
	void theFraudDeskStopsARequestAndAColleagueLooksIntoIt(Visitors visitors) {
		Visitor sam = visitors.visitor();
		sam.signIn("sam.demo@example.com");
		var way = new CustomersWay(sam);
		way.toCheck(3, "lost");
		String reference = way.send();

		Visitor fay = visitors.visitor();
		fay.signInAsStaff("fay", "demo-fay");
		fay.open("/staff/cases/" + reference);
		fay.page().click("summary:has-text('Stop this request')");
		fay.pictures("brake").needsNoSidewaysScroll().findsNoBarrier();
		fay.press("pause");
		assertThat(fay.page().textContent("main")).contains("Write why you stop it");
		fay.pictures("refused").findsNoBarrier();
		fay.page().fill("#pause-why", "The same portrait as in a request of yesterday.");
		fay.press("pause");
		assertThat(fay.page().textContent("main")).contains(reference + " is stopped");

		sam.open("/requests/" + reference);
		assertThat(sam.page().textContent("main")).contains("looks at your request once more")
			.doesNotContain("portrait as in");
		sam.pictures("stopped").findsNoBarrier();

		Visitor kay = visitors.visitor();
		kay.signInAsStaff("kay", "demo-kay");
		kay.open("/staff/cases/" + reference);
		kay.press("review");
		kay.page().waitForSelector("#set-aside");
		kay.pictures("set-aside").needsNoSidewaysScroll().findsNoBarrier();
		kay.press("look-into");
		kay.page().waitForSelector("#decide");
	}

	@Test
	void twoColleaguesOpenALockAndItsOwnerSeesIt(Visitors visitors) {
		this.database
			.sql("INSERT INTO sim_lock (line, subscriber, locked_at) VALUES ('+85255500155', 'demo-1004', NOW())")
			.update();
		Visitor kay = visitors.visitor();
		kay.signInAsStaff("kay", "demo-kay");
		kay.open("/staff/locks");
		kay.page().fill("#contact", "meiling.demo@example.com");
		kay.press("find");
		kay.page().fill("#opening-why", "Card seen in the store at Central, number compared.");
		kay.pictures("lock-evidence").needsNoSidewaysScroll().findsNoBarrier();
		kay.press("ask-1");
		kay.pictures("lock-asked").needsNoSidewaysScroll().findsNoBarrier();

		Visitor hugo = visitors.visitor();
		hugo.signInAsStaff("hugo", "demo-hugo");
		hugo.open("/staff/locks");
		hugo.press("agree-1");
		hugo.pictures("lock-agreed").needsNoSidewaysScroll().findsNoBarrier();

		Visitor meiling = visitors.visitor();
		meiling.signIn("meiling.demo@example.com");
		meiling.open("/lines/lock?line=1").pictures("lock-owner").needsNoSidewaysScroll().findsNoBarrier();
		meiling.press("keep-locked");
		assertThat(meiling.page().locator("#keep-locked").count()).isZero();
	}

	@Test
	void oneColleagueAsksForAResetAndAnotherIsAskedToConfirmIt(Visitors visitors) {
		Visitor hugo = visitors.visitor();
		hugo.signInAsStaff("hugo", "demo-hugo");
		hugo.open("/staff/colleagues");
		hugo.press("reset-cleo");
		hugo.press("reset-yes");
		hugo.pictures("asked").needsNoSidewaysScroll().findsNoBarrier();

		Visitor kay = visitors.visitor();
		kay.signInAsStaff("kay", "demo-kay");
		kay.open("/staff/proof");
		kay.pictures("own-proof").needsNoSidewaysScroll().findsNoBarrier();
		assertThat(kay.page().textContent("main")).contains("Cleo Chan (demo) has lost the second proof");
		kay.open("/staff/proof?lang=ru").pictures("own-proof-ru").needsNoSidewaysScroll();
		kay.open("/help/not-me?lang=zh-Hant").pictures("not-me").needsNoSidewaysScroll().findsNoBarrier();
	}

}
