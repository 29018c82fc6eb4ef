package app.resim.ui;

import java.util.Optional;

import app.resim.account.AppSecret;
import app.resim.account.PasskeyOffer;
import app.resim.account.PasskeyQuestion;
import app.resim.account.Readiness;
import app.resim.account.StaffAccounts;
import app.resim.openid.OpenId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

import org.springframework.stereotype.Service;

/**
 * How the pages of the sign-in of staff look.
 */
@Service
class StaffSignInPages {

	static final String FACTOR = SignInPaths.STAFF + "/factor";

	static final String PASSKEY = SignInPaths.STAFF + "/passkey";

	static final String SET_UP = SignInPaths.STAFF + "/set-up";

	static final String SET_UP_PASSKEY = SET_UP + "/passkey";

	private static final String DEMO_CODES = "/demo/staff";

	private final Visits visits;

	private final PasskeyForms forms;

	private final OpenId openId;

	private final StaffAccounts accounts;

	StaffSignInPages(Visits visits, PasskeyForms forms, OpenId openId, StaffAccounts accounts) {
		this.openId = openId;
		this.accounts = accounts;
		this.visits = visits;
		this.forms = forms;
	}

	String brand() {
		return this.visits.current().brand().name();
	}

	String labelOf(String typed) {
		return typed.isBlank() ? this.visits.current().text("ready.passkey.unnamed") : typed;
	}

	private Page page(String title) {
		var page = new Page(this.visits.current());
		page.title(page.text(title));
		page.withoutRail();
		return page;
	}

	Page password(Optional<SignInWord> word) {
		Page page = page("signin.staff");
		var name = TextQuestion.labelled(page.words(), "name", page.text("signin.staff.name"))
			.brief()
			.autocomplete("username");
		var password = TextQuestion.labelled(page.words(), "password", page.text("signin.staff.password"))
			.brief()
			.password();
		SignInWord.tell(page, word);
		page.add(new PageHead(page.text("signin.staff")).lead(page.text("signin.staff.text")));
		if (this.accounts.passwords()) {
			page.add(Form.post(page.visit(), SignInPaths.STAFF, name, password,
					new Acts(Act.submit(page.text("signin.staff.enter")).named("enter"))));
			refuse(page, name, word);
		}
		else {
			word.filter(SignInWord::bad)
				.ifPresent(said -> page.add(Notice.warn(page.text(said.key()), "").announced()));
		}
		account(page);
		return page;
	}

	private void account(Page page) {
		this.openId.staff()
			.map(provider -> provider.name().orElseGet(() -> page.visit().brand().name()))
			.ifPresent(name -> {
				Act go = Act.go(page.text("openid.go", name), StaffOperatorController.START).named("operator");
				page.add(new Acts((this.accounts.passwords() ? go.quiet() : go).icon(Icons.PERSON)));
			});
	}

	Page factor(Readiness ready, PasskeyQuestion question, Optional<SignInWord> word) {
		Page page = page("seats.factor");
		page.back(SignInPaths.STAFF);
		page.add(new PageHead(page.text("seats.factor")).lead(page.text("seats.factor.text")));
		asking(page, ready, question, word, FACTOR, PASSKEY);
		page.add(new Disclosure(page.text("seats.lost"), page.text("seats.lost.text")));
		return page;
	}

	/**
	 * Asks for one of somebody's factors.
	 * @param codes where the code of an app is posted
	 * @param passkeys where a passkey's answer is posted
	 */
	void asking(Page page, Readiness ready, PasskeyQuestion question, Optional<SignInWord> word, String codes,
			String passkeys) {
		if (!ready.passkeys().isEmpty()) {
			page.add(this.forms.showing(
					Form.post(page.visit(), passkeys,
							new Acts(Act.submit(page.text("seats.passkey")).icon(Icons.KEY).named("passkey"))),
					question.json()));
		}
		if (ready.app()) {
			var code = code(page, "seats.code");
			page.add(Form.post(page.visit(), codes, code,
					new Acts(Act.submit(page.text("signin.staff.enter")).named("enter-code"))));
			hintOfDemo(page);
			refuse(page, code, word);
		}
		else {
			word.ifPresent(said -> page.add(Notice.warn(page.text(said.key()), "").announced()));
		}
	}

	/** Nobody needs an app to try the demonstration. */
	private static void hintOfDemo(Page page) {
		if (page.visit().brand().invented()) {
			page.add(Link.alone(DEMO_CODES, page.text("seats.demo")));
		}
	}

	Page setUp(AppSecret secret, PasskeyOffer offer, Optional<SignInWord> word) {
		Page page = page("seats.set-up");
		page.back(SignInPaths.STAFF);
		var code = code(page, "ready.app.code");
		page.add(new PageHead(page.text("seats.set-up")).lead(page.text("seats.set-up.text")));
		page.add(
				new Stack(page.text("ready.app"), Prose.paragraph(page.text("seats.set-up.app")),
						connecting(page, secret, code, SET_UP)),
				new Stack(page.text("ready.passkey"), Prose.paragraph(page.text("seats.set-up.passkey")),
						making(page, offer, SET_UP_PASSKEY)));
		refuse(page, code, word);
		return page;
	}

	/** An app's secret, and where its first code is posted. */
	static Component connecting(Page page, AppSecret secret, TextQuestion code, String path) {
		var parts = new Div(new QrPicture(secret.address(), page.text("ready.app.scan.alt")),
				Prose.paragraph(page.text("ready.app.type", secret.base32().replaceAll("(.{4})(?=.)", "$1 "))),
				Form.post(page.visit(), path, code,
						new Acts(Act.submit(page.text("shell.continue")).named("continue"))));
		parts.addClassName("stack");
		return parts;
	}

	/** Where a new passkey is posted. */
	Form making(Page page, PasskeyOffer offer, String path) {
		return this.forms.making(Form.post(page.visit(), path,
				TextQuestion.labelled(page.words(), "label", page.text("ready.passkey.label")).brief(),
				new Acts(Act.submit(page.text("ready.passkey.add")).quiet().icon(Icons.KEY).named("add-passkey"))),
				offer.json());
	}

	static TextQuestion code(Page page, String label) {
		return TextQuestion.labelled(page.words(), "code", page.text(label)).brief().oneTimeCode();
	}

	static void refuse(Page page, Field field, Optional<SignInWord> word) {
		word.filter(SignInWord::bad).ifPresent(said -> page.refuse(field, page.text(said.key())));
	}

}
