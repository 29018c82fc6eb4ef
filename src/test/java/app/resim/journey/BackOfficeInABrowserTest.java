package app.resim.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.resim.identity.Documents;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.identity.Subject;
import app.resim.kernel.Actor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer works without a mouse, while a colleague looks at the same list.
 */
@Journey
class BackOfficeInABrowserTest {

	private static final int CASES = 20;

	private static final String PICTURES_ARE_SEEN = """
			() => {
				const pictures = [...document.querySelectorAll('.shot img')];
				return pictures.length === 2 && pictures.every(picture => picture.complete && picture.naturalWidth > 0);
			}""";

	@Autowired
	JdbcClient database;

	@Autowired
	Documents documents;

	private final List<String> references = new ArrayList<>();

	private void waiting(int cases) {
		this.database.sql("DELETE FROM replacement_request WHERE subscriber LIKE 'bench-%'").update();
		for (int i = 0; i < cases; i++) {
			this.references.add(sent(i));
		}
	}

	@Test
	void twentyCasesAreDecidedByKeyboardAloneAndAColleagueSeesEachAtOnce(Visitors visitors) {
		waiting(CASES);
		Visitor hugo = visitors.visitor();
		hugo.signInAsStaff("hugo", "demo-hugo");
		hugo.open("/staff");
		hugo.pictures("worklist").findsNoBarrier();
		Visitor kay = visitors.visitor();
		kay.signInAsStaff("kay", "demo-kay");
		kay.open("/staff");
		Page desk = kay.page();
		desk.keyboard().press("j");
		assertThat(desk.locator("#case-" + this.references.getFirst())).isFocused();
		desk.keyboard().press("j");
		assertThat(desk.locator("#case-" + this.references.get(1))).isFocused();
		desk.keyboard().press("k");
		desk.keyboard().press("Enter");
		desk.waitForSelector("#review");
		desk.keyboard().press("c");
		for (int i = 0; i < CASES; i++) {
			String reference = this.references.get(i);
			desk.waitForSelector("#decide");
			assertThat(desk.locator("#headline")).hasText(reference);
			// nobody decides without them; what is fetched after the case has left is not
			// found
			desk.waitForFunction(PICTURES_ARE_SEEN);
			if (i == 0) {
				kay.findsNoBarrier();
				looksClosely(desk);
			}
			decide(desk, i);
			desk.waitForSelector("#take-next");
			hugo.page()
				.waitForSelector("#case-" + reference, new Page.WaitForSelectorOptions()
					.setState((i % 4 == 0) ? WaitForSelectorState.VISIBLE : WaitForSelectorState.DETACHED));
			if (i + 1 < CASES) {
				desk.keyboard().press("n");
			}
		}
		assertThat(count("status = 'DECLINED'")).isEqualTo(5);
		assertThat(count("status = 'WAITING_FOR_PICTURE' AND wanted_pictures LIKE 'FRONT:GLARE%'")).isEqualTo(5);
		assertThat(count("status = 'HANDED_OVER'")).isEqualTo(5);
		assertThat(count("status = 'IN_REVIEW' AND first_approver = 'kay'")).isEqualTo(5);
	}

	/** Zoom, turn, brightness and loupe are keys as well, and fetch nothing anew. */
	private void looksClosely(Page desk) {
		long views = views();
		desk.keyboard().press("z");
		desk.keyboard().press("z");
		desk.keyboard().press("r");
		desk.keyboard().press("b");
		assertThat(desk.locator("#shot-front .state")).hasText("200 % · 90° · ☀ 135 %");
		desk.keyboard().press("l");
		desk.waitForSelector("#shot-front .loupe");
		desk.keyboard().press("ArrowLeft");
		desk.keyboard().press("Escape");
		desk.waitForSelector("#shot-front .loupe",
				new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
		assertThat(views()).isEqualTo(views);
	}

	private static void decide(Page desk, int i) {
		switch (i % 4) {
			case 0 -> {
				desk.keyboard().press("a");
				assertThat(desk.locator("#approve")).isFocused();
				desk.keyboard().press("Enter");
			}
			case 1 -> {
				desk.keyboard().press("d");
				desk.keyboard().press("2");
				assertThat(desk.locator("#decline")).isFocused();
				desk.keyboard().press("Enter");
			}
			case 2 -> {
				desk.keyboard().press("p");
				desk.keyboard().press("3");
				desk.keyboard().press("1");
				desk.keyboard().press("Control+Enter");
			}
			default -> {
				desk.keyboard().press("s");
				desk.locator("#beside-visit").focus();
				desk.keyboard().type("nadpsc 123");
				desk.keyboard().press("Control+Enter");
			}
		}
	}

	@Test
	void theKeysAreExplainedAndCanBeSwitchedOff(Visitor kay) {
		waiting(2);
		kay.signInAsStaff("kay", "demo-kay");
		kay.open("/staff");
		kay.page().keyboard().press("?");
		kay.page().waitForSelector("dialog[open]");
		kay.pictures("keys").findsNoBarrier();
		kay.page().uncheck("#keys-on");
		kay.page().keyboard().press("Escape");
		kay.page().keyboard().press("j");
		assertThat(kay.page().locator("#case-" + this.references.getFirst())).not().isFocused();
		kay.page().click("#keys");
		kay.page().check("#keys-on");
		kay.page().keyboard().press("Escape");
		kay.page().keyboard().press("j");
		assertThat(kay.page().locator("#case-" + this.references.getFirst())).isFocused();
	}

	private int count(String condition) {
		return this.database
			.sql("SELECT COUNT(*) FROM replacement_request WHERE subscriber LIKE 'bench-%' AND " + condition)
			.query(Integer.class)
			.single();
	}

	private long views() {
		return this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = 'document.viewed'")
			.query(Long.class)
			.single();
	}

	/** As a customer leaves it. Every fourth one needs two people. */
	private String sent(int i) {
		UUID id = UUID.randomUUID();
		String reference = "RS-7K%02d-29QD".formatted(i);
		Instant sent = Instant.now().minus(Duration.ofHours(1)).plusSeconds(i);
		this.database.sql("""
				INSERT INTO replacement_request (id, reference, subscriber, brand, line, live_line, status,
				  document_kind, device_label, device_verdict, device_source, reason, reuse_code, fee_minor,
				  fee_currency, route, signals, answer_by, tries, undone, created_at, saved_at, submitted_at, version,
				  people, desk, due_at)
				VALUES (?, ?, ?, 'tidewire', ?, ?, 'IN_REVIEW', 'HKID', 'iPhone 15', 'COMPATIBLE', 'EID', 'LOST',
				  FALSE, 0, 'HKD', 'REVIEWED', 'REASON_NEEDS_PERSON', ?, 0, FALSE, ?, ?, ?, 0, ?, 'OPEN', ?)""")
			.params(id, reference, "bench-" + i, "+852555099" + (10 + i), "+852555099" + (10 + i), at(sent, 120),
					at(sent, 0), at(sent, 0), at(sent, 0), (i % 4 == 0) ? 2 : 1, at(sent, 120))
			.update();
		add(id, Side.FRONT, SpecimenPictures.idCard());
		add(id, Side.PORTRAIT, SpecimenPictures.portrait());
		return reference;
	}

	private void add(UUID request, Side side, byte[] picture) {
		try {
			this.documents.accept("request:" + request, "case-" + request, new Subject(side, Optional.empty()),
					new ByteArrayInputStream(picture), Actor.RESIM);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object at(Instant sent, int minutes) {
		return sent.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
	}

}
