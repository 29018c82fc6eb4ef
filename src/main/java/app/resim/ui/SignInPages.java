package app.resim.ui;

import java.util.Optional;

import app.resim.account.Factors;
import app.resim.account.PasskeyQuestion;
import app.resim.account.Readiness;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.openid.OpenId;
import app.resim.openid.OpenIdProvider;
import com.vaadin.flow.component.Component;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * How the pages of the customers' sign-in look.
 */
@Service
class SignInPages {

	static final String CODE = SignInPaths.CUSTOMERS + "/code";

	static final String NEW_CODE = SignInPaths.CUSTOMERS + "/code/new";

	static final String PASSKEY = SignInPaths.CUSTOMERS + "/passkey";

	static final String SECOND = SignInPaths.CUSTOMERS + "/second";

	static final String LATER = SECOND + "/later";

	private static final String NEW_CODE_FORM = "new-code-form";

	private static final String LATER_FORM = "later-form";

	private final Visits visits;

	private final Subscribers subscribers;

	private final CurrentCustomer customer;

	private final Factors factors;

	private final PasskeyForms passkeys;

	private final OpenId openId;

	private final boolean accountFirst;

	SignInPages(Visits visits, Subscribers subscribers, CurrentCustomer customer, Factors factors,
			PasskeyForms passkeys, OpenId openId,
			@Value("${resim.account.openid.customers.first:false}") boolean accountFirst) {
		this.openId = openId;
		this.accountFirst = accountFirst;
		this.factors = factors;
		this.passkeys = passkeys;
		this.visits = visits;
		this.subscribers = subscribers;
		this.customer = customer;
	}

	Page contact(PasskeyQuestion question, Optional<SignInWord> word) {
		boolean first = this.accountFirst && this.openId.customers().isPresent();
		var page = new Page(this.visits.current());
		page.title(page.text(first ? "openid.first" : "signin.contact"));
		page.back("/");
		SignInWord.tell(page, word);
		if (first) {
			page.add(new PageHead(page.text("openid.first")));
			account(page, "openid.go").ifPresent(act -> page.add(new Acts(act)));
		}
		var contact = whoAreYou(page, first).hint(page.text("signin.contact.hint")).autocomplete("username");
		Act send = Act.submit(page.text("signin.contact.send")).named("send-code");
		page.add(Form.post(page.visit(), SignInPaths.CUSTOMERS, contact, new Acts(first ? send.quiet() : send)),
				passkey(page, question));
		if (!first) {
			accountToo(page, "openid.go");
		}
		page.add(Disclosure.group(new Disclosure(page.text("signin.why-mail"), page.text("signin.why-mail.text")),
				new Disclosure(page.text("signin.no-mail"), page.text("signin.no-mail.text", hotline(page)))));
		refuse(page, contact, word);
		return page;
	}

	private static TextQuestion whoAreYou(Page page, boolean below) {
		String asked = page.text("signin.contact");
		return below ? TextQuestion.labelled(page.words(), "contact", asked)
				: TextQuestion.heading(page.words(), "contact", asked);
	}

	Page code(SignInRound round, PasskeyQuestion question, Optional<SignInWord> word) {
		var page = new Page(this.visits.current());
		String heading = page.text(round.freshCode() ? "signin.again" : "signin.code");
		page.title(heading);
		page.back(round.freshCode() ? "/lines" : SignInPaths.CUSTOMERS);
		word.filter(SignInWord::good).ifPresent(said -> page.add(sentAgain(page, round)));
		SignInWord.warn(page, word);
		var code = TextQuestion.heading(page.words(), "code", heading).hint(whereTo(page, round)).oneTimeCode();
		page.add(Form.post(page.visit(), CODE, code, new Acts(Act.submit(page.text("shell.continue")).named("continue"),
				Act.submit(page.text("signin.code.new")).aside().named("new-code").sending(NEW_CODE_FORM))));
		page.add(newCode(page));
		if (round.freshCode()) {
			instead(page, question);
		}
		page.add(Disclosure.group(
				new Disclosure(page.text("signin.not-come"),
						page.text("signin.not-come.text", page.visit().brand().name()))
					.open(),
				new Disclosure(page.text("signin.no-mail"), page.text("signin.no-mail.text", hotline(page)))));
		refuse(page, code, word);
		return page;
	}

	/**
	 * A link and no form: browsers would ask the policy of forms for each further hop.
	 */
	private Optional<Act> account(Page page, String text) {
		return this.openId.customers()
			.map(provider -> provider.name().orElseGet(() -> page.visit().brand().name()))
			.map(name -> Act.go(page.text(text, name), OperatorSignInController.START)
				.icon(Icons.PERSON)
				.named("operator"));
	}

	private void accountToo(Page page, String text) {
		account(page, text).ifPresent(act -> page.add(new Acts(act.quiet())));
	}

	/** A fresh factor need not be the mailbox. */
	private void instead(Page page, PasskeyQuestion question) {
		accountToo(page, "openid.again");
		Readiness ready = this.factors.of(this.customer.id());
		if (!ready.passkeys().isEmpty()) {
			page.add(passkey(page, question));
		}
		if (ready.secondCode()) {
			page.add(Link.alone(SECOND, page.text("signin.second.instead")));
		}
	}

	private Component passkey(Page page, PasskeyQuestion question) {
		return this.passkeys.showing(
				Form.post(page.visit(), PASSKEY,
						new Acts(Act.submit(page.text("signin.passkey")).quiet().icon(Icons.KEY).named("passkey"))),
				question.json());
	}

	/** After the mailbox: whoever has more shows it now, or later. */
	Page second(PasskeyQuestion question, Optional<SignInWord> word) {
		var page = new Page(this.visits.current());
		Readiness ready = this.factors.of(this.customer.id());
		page.title(page.text("signin.second"));
		SignInWord.warn(page, word);
		if (this.openId.customers().filter(OpenIdProvider::mayBeStrong).isPresent()) {
			accountToo(page, "openid.go");
		}
		if (!ready.passkeys().isEmpty()) {
			page.add(passkey(page, question));
		}
		var code = TextQuestion.heading(page.words(), "code", page.text("signin.second"))
			.hint(page.text("signin.second.hint"))
			.autocomplete("one-time-code");
		page.add(Form.post(page.visit(), SECOND, code,
				new Acts(Act.submit(page.text("shell.continue")).named("continue"),
						Act.submit(page.text("signin.second.later")).aside().named("later").sending(LATER_FORM))),
				later(page));
		refuse(page, code, word);
		return page;
	}

	private static Component later(Page page) {
		Form form = Form.post(page.visit(), LATER);
		form.setId(LATER_FORM);
		return form;
	}

	private static Component sentAgain(Page page, SignInRound round) {
		return Notice
			.ok(page.text("signin.code.sent-again", page.times().clockTime(round.sentAt())),
					page.text("signin.code.sent-again.text"))
			.announced();
	}

	/** Its button stands beside the other one, in the form above. */
	private static Component newCode(Page page) {
		Form form = Form.post(page.visit(), NEW_CODE);
		form.setId(NEW_CODE_FORM);
		return form;
	}

	private String whereTo(Page page, SignInRound round) {
		String sent = page.times().clockTime(round.sentAt());
		String until = page.times().clockTime(round.usableUntil());
		Optional<Subscriber> known = round.freshCode() ? this.subscribers.find(this.customer.id()) : Optional.empty();
		return known.map(subscriber -> page.text("signin.again.hint", subscriber.maskedEmail(), sent, until))
			.orElseGet(() -> page.text("signin.code.hint", sent, until));
	}

	Page signedOut() {
		var page = new Page(this.visits.current());
		page.title(page.text("signin.out"));
		page.add(new PageHead(page.text("signin.out")).lead(page.text("signin.out.text")),
				new Acts(Act.go(page.text("signin.out.again"), SignInPaths.CUSTOMERS).quiet()));
		return page;
	}

	private static void refuse(Page page, Field field, Optional<SignInWord> word) {
		word.filter(SignInWord::bad).ifPresent(said -> page.refuse(field, page.text(said.key(), said.number())));
	}

	private static String hotline(Page page) {
		return PhoneNumbers.spaced(page.visit().brand().hotline());
	}

}
