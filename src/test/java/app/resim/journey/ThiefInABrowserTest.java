package app.resim.journey;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import app.resim.MovingClock;
import app.resim.TestTime;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Thieves who know everything about a customer and have the mailbox or the stolen phone,
 * on the real pages, under the rules as they are meant for customers. What the owner sees
 * meanwhile is kept in pictures. Only the clock is moved by hand.
 */
@Journey
@Import({ TestTime.class, Overheard.Placed.class })
@TestPropertySource(properties = { "resim.catalogue.brands=file:docs/brands.yaml",
		"resim.account.directory.people=classpath:request/people.yaml", "resim.data=./target/thief",
		"resim.limits.times=1", "db-scheduler.polling-interval=200ms", "resim.demo.unused-code=false",
		"spring.datasource.url=jdbc:h2:mem:thief;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
class ThiefInABrowserTest {

	private static final String MAILBOX = "sam.demo@example.com";

	private static final String LINE_1 = "+852 5550 0142";

	private static final String LINE_3 = "+852 5550 0163";

	private static final String BACKUP = "+852 5550 0121";

	private static final String ASKED_FOR = "a new eSIM was asked for";

	/** Jobs are due by the machine's clock, which must be the later one. */
	private static final Duration LONG_AGO = Duration.ofDays(-364);

	private static final Duration A_WEEK_AND_MORE = Duration.ofDays(8);

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	@Autowired
	Overheard overheard;

	@BeforeEach
	void onAnotherTuesday() {
		if (this.clock.instant().equals(MovingClock.START)) {
			this.clock.move(LONG_AGO);
		}
		this.clock.move(A_WEEK_AND_MORE);
		this.clock.moveToTuesday();
		this.database.sql("DELETE FROM caught_message").update();
		this.overheard.take();
	}

	@Test
	void withTheMailboxIsStoppedByTheMessageOnTheLine(Visitors visitors) {
		Visitor owner = visitors.visitor().plugInAuthenticator();
		addsAPasskey(owner);
		looksAway(owner);
		onAnotherTuesday();

		int before = profiles(visitors);
		var thief = new Thief(visitors, this.overheard);
		thief.visitor().signIn(MAILBOX);
		Page otherWindow = thief.visitor().page().context().newPage();
		otherWindow.navigate("/lines");
		otherWindow.waitForSelector("#line-1-replace");
		String reference = thief.sends(1);
		assertThat(heading(thief)).hasText("A person is checking your request");
		thief.triesForTheCode(reference);
		thief.triesToAnswerAnew(reference);
		otherWindow.click("#line-1-replace");
		otherWindow.waitForURL("**/requests/" + reference);
		assertThat(otherWindow.locator("h1")).hasText("A person is checking your request");
		thief.seesNoCode();
		otherWindow.close();
		cannotMakeAFactor(thief);
		thief.visitor().open("/requests/" + reference);

		this.clock.move(Duration.ofMinutes(4));
		Visitor phone = phone(visitors);
		opensTheStopIn(shortMessage(phone, LINE_1, ASKED_FOR), phone, "owner-1");
		phone.page().reload();
		assertThat(phone.page().locator("#stop")).isVisible();
		stops(phone, "owner-1");

		// without loading the page
		assertThat(heading(thief)).hasText("Somebody has stopped this request");
		assertThat(thief.wasPushed("Somebody has stopped this request")).as("listened to what is pushed").isTrue();
		thief.triesForTheCode(reference);
		thief.visitor().pictures("thief-stopped");

		passes(Duration.ofMinutes(30), thief.visitor());
		looksAway(looksIntoTheObjection(visitors, "hugo", reference).press("give-back"));
		declines(visitors, "kay", reference);

		thief.visitor().signIn(MAILBOX).open("/requests/" + reference);
		assertThat(heading(thief)).hasText("We could not accept your request");
		thief.triesForTheCode(reference);
		thief.visitor().pictures("thief-declined");
		assertThat(profiles(visitors)).as("ordered").isEqualTo(before);

		signsInWithPasskey(owner);
		owner.open("/lines").findsNoBarrier().needsNoSidewaysScroll().pictures("owner-6-lines");
		owner.open("/requests/" + reference).findsNoBarrier().needsNoSidewaysScroll().pictures("owner-7-status");
		phone.open("/demo/messages").pictures("owner-8-all-messages");
	}

	@Test
	void withTheMailboxWhoIsStoppedInTheLastHourWaitsInVain(Visitors visitors) {
		int before = profiles(visitors);
		var thief = new Thief(visitors, this.overheard);
		thief.visitor().signIn(MAILBOX);
		String reference = thief.sends(2);
		approves(claims(visitors, "hugo", reference));
		approves(claims(visitors, "kay", reference));
		assertThat(heading(thief)).hasText("Approved: one last wait");
		thief.triesForTheCode(reference);

		passes(Duration.ofHours(23), thief.visitor());
		jobsRan();
		Visitor phone = phone(visitors);
		opensTheStopIn(shortMessage(phone, BACKUP, "is still being asked for"), phone, "owner-late");
		stops(phone, "owner-late");
		passes(Duration.ofHours(2));
		jobsRan();

		thief.visitor().signIn(MAILBOX).open("/requests/" + reference);
		thief.triesForTheCode(reference);
		assertThat(heading(thief)).hasText("Somebody has stopped this request");
		assertThat(profiles(visitors)).as("ordered").isEqualTo(before);

		Visitor owner = visitors.visitor().signIn(MAILBOX);
		owner.open("/lines").findsNoBarrier().needsNoSidewaysScroll().pictures("owner-late-5-lines");
		owner.open("/requests/" + reference).findsNoBarrier().needsNoSidewaysScroll().pictures("owner-late-6-status");
		assertThat(owner.page().locator("main")).containsText("A person looks into it and calls or e-mails you.");
		assertThat(owner.page().locator("main")).not().containsText("by 14:31");
		passes(Duration.ofDays(3), thief.visitor(), owner);
		jobsRan();
		thief.visitor().signIn(MAILBOX).open("/requests/" + reference);
		thief.triesForTheCode(reference);
	}

	@Test
	void withThePhoneNeverGetsInAndCostsTheOwnerNothingButTime(Visitors visitors) {
		Visitor owner = visitors.visitor().signIn(MAILBOX);
		var way = new CustomersWay(owner);
		way.replace(3).device().passport().portrait().reason("stolen");
		String reference = way.send();

		var thief = new Thief(visitors, this.overheard);
		Visitor stolen = thief.visitor();
		opensTheStopIn(shortMessage(stolen, LINE_3, ASKED_FOR), stolen, "thief-phone");
		thief.isAskedToSignInFor("/lines", "/requests/" + reference, "/requests/" + reference + "/esim", "/ready");
		assertThat(thief.guessesUntilNobodyListens(LINE_3, () -> owner.newestCode(MAILBOX))).isBetween(100, 120);
		assertNoPhoneGotACode(stolen);
		Visitor mailbox = visitors.visitor();
		mailbox.open("/demo/messages").pictures("owner-phone-1-mailbox");

		passes(Duration.ofMinutes(16), owner);
		shortMessage(stolen, LINE_3, ASKED_FOR).locator("a").click();
		stolen.press("stop");
		assertThat(stolen.page().locator("h1")).hasText("It is stopped");
		thief.isAskedToSignInFor("/lines", "/requests/" + reference + "/esim");

		owner.signIn(MAILBOX).open("/requests/" + reference);
		assertThat(owner.page().locator("h1")).hasText("Somebody has stopped this request");
		owner.findsNoBarrier().needsNoSidewaysScroll().pictures("owner-phone-2-status");
		approves(looksIntoTheObjection(visitors, "hugo", reference));
		approves(claims(visitors, "kay", reference));
		passes(Duration.ofDays(1), owner, stolen);
		jobsRan();

		owner.signIn(MAILBOX).open("/requests/" + reference);
		owner.page().waitForSelector("#install");
		thief.isAskedToSignInFor("/requests/" + reference + "/esim");
		owner.press("install");
		assertThat(owner.page().locator("#qr")).isVisible();
		shortMessage(stolen, LINE_3, "is stopped");
		assertNoPhoneGotACode(stolen);
		thief.seesNoCode();
	}

	private void addsAPasskey(Visitor owner) {
		owner.open("/ready");
		owner.proveAgain(MAILBOX, () -> {
			owner.page().fill("input[name=contact]", MAILBOX);
			owner.press("send-code");
		});
		owner.page().fill("input[name=label]", "Laptop at home");
		owner.press("add-passkey");
		assertThat(owner.page().locator("#main")).containsText("The passkey is added");
	}

	private static void signsInWithPasskey(Visitor owner) {
		owner.open("/sign-in").press("passkey");
		owner.page().waitForURL("**/lines");
		owner.settle();
	}

	/** Whoever has read a mailbox could make a key; not if there is one already. */
	private static void cannotMakeAFactor(Thief thief) {
		thief.visitor().open("/ready");
		assertThat(thief.visitor().page().locator("#prove")).isVisible();
		assertThat(thief.visitor().page().locator("#add-passkey, #add-app, #make-codes")).hasCount(0);
	}

	/** Somebody without a sign-in, with a phone in the hand. */
	private static Visitor phone(Visitors visitors) {
		return visitors.visitor(device -> device.setViewportSize(360, 740));
	}

	/** As the demonstration shows it, whose page loads itself again until it is there. */
	private static Locator shortMessage(Visitor reader, String to, String words) {
		reader.open("/demo/messages");
		Locator message = messages(reader).filter(saying("SMS"))
			.filter(saying("To " + to))
			.filter(saying(words))
			.first();
		message.waitFor();
		return message;
	}

	private static Locator messages(Visitor reader) {
		return reader.page().locator("ul.mail > li");
	}

	private static Locator.FilterOptions saying(String words) {
		return new Locator.FilterOptions().setHasText(words);
	}

	private static void assertNoPhoneGotACode(Visitor reader) {
		reader.open("/demo/messages");
		Locator phones = messages(reader).filter(saying("To +852"));
		assertThat(phones).not().hasCount(0);
		assertThat(phones.locator(".code")).hasCount(0);
	}

	private static void opensTheStopIn(Locator message, Visitor reader, String picture) {
		reader.pictures(picture + "-1-message");
		message.locator("a").click();
		reader.page().waitForURL("**/not-me/**");
		assertThat(reader.page().locator("h1")).hasText("Did you not ask for a new eSIM?");
		reader.findsNoBarrier().needsNoSidewaysScroll().pictures(picture + "-2-stop-page");
	}

	private static void stops(Visitor reader, String picture) {
		reader.press("stop");
		assertThat(reader.page().locator("h1")).hasText("It is stopped");
		reader.findsNoBarrier().needsNoSidewaysScroll().pictures(picture + "-3-stopped");
	}

	private static Locator heading(Thief thief) {
		return thief.visitor().page().locator("h1");
	}

	private static Visitor claims(Visitors visitors, String name, String reference) {
		Visitor reviewer = visitors.visitor().signInAsStaff(name, "demo-" + name);
		reviewer.open("/staff/cases/" + reference).press("review");
		looksAtThePictures(reviewer);
		return reviewer;
	}

	private static Visitor looksIntoTheObjection(Visitors visitors, String name, String reference) {
		Visitor reviewer = claims(visitors, name, reference);
		Locator objection = reviewer.page().locator("#objection");
		assertThat(objection).containsText("Somebody says: this was not me");
		assertThat(objection).containsText("short message to the line");
		reviewer.findsNoBarrier().pictures("case-objection");
		reviewer.press("look-into");
		reviewer.page().waitForSelector("#decide");
		looksAtThePictures(reviewer);
		return reviewer;
	}

	private static void looksAtThePictures(Visitor reviewer) {
		reviewer.page()
			.waitForFunction("() => document.images.length > 1 && [...document.images].every(each => each.complete)");
	}

	private static void approves(Visitor reviewer) {
		reviewer.page().check("#deed", new Page.CheckOptions().setForce(true));
		reviewer.settle().press("approve");
		reviewer.page().waitForSelector("#take-next");
		looksAway(reviewer);
	}

	private static void declines(Visitors visitors, String name, String reference) {
		Visitor reviewer = claims(visitors, name, reference);
		assertThat(reviewer.page().locator("#main")).containsText("This request was stopped by “this was not me”");
		reviewer.page().check("#deed-decline", new Page.CheckOptions().setForce(true));
		reviewer.settle().page().check("#why-not-the-owner", new Page.CheckOptions().setForce(true));
		reviewer.settle().pictures("case-declined");
		reviewer.press("decline");
		reviewer.page().waitForSelector("#take-next");
		looksAway(reviewer);
	}

	/** Also those that were taken back: what was never ordered cannot be downloaded. */
	private static int profiles(Visitors visitors) {
		return visitors.visitor().open("/demo/phone").page().getByText("Profile ending").count();
	}

	/** Sessions end meanwhile, and open pages would go to the sign-in by themselves. */
	private void passes(Duration time, Visitor... away) {
		List.of(away).forEach(ThiefInABrowserTest::looksAway);
		this.clock.move(time);
	}

	private static void looksAway(Visitor visitor) {
		visitor.page().navigate("about:blank");
	}

	/** Until a sweep that began after now has ended, and whatever it led to. */
	private void jobsRan() {
		for (int sweep = 0; sweep < 2; sweep++) {
			Optional<OffsetDateTime> before = lastSweep();
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				this.database.sql(
						"UPDATE scheduled_tasks SET execution_time = NOW() WHERE task_name = 'sweep-requests' AND picked = FALSE")
					.update();
				return !lastSweep().equals(before) && open("scheduled_tasks WHERE task_name = 'fulfil-request'") == 0
						&& open("event_publication WHERE completion_date IS NULL") == 0;
			});
		}
	}

	private Optional<OffsetDateTime> lastSweep() {
		return this.database.sql("SELECT last_success FROM scheduled_tasks WHERE task_name = 'sweep-requests'")
			.query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
			.single();
	}

	private int open(String rows) {
		return this.database.sql("SELECT COUNT(*) FROM " + rows).query(Integer.class).single();
	}

}
