package app.resim.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.AppSecret;
import app.resim.account.Passkey;
import app.resim.account.PasskeyOffer;
import app.resim.account.Readiness;
import app.resim.account.RecoveryCodes;
import com.vaadin.flow.component.Component;

import org.springframework.stereotype.Service;

/**
 * How the pages look on which a customer gets ready.
 */
@Service
class ReadyPages {

	static final String PASSKEYS = SignInPaths.READY + "/passkeys";

	static final String PASSKEY_GONE = PASSKEYS + "/remove";

	static final String APP = SignInPaths.READY + "/app";

	static final String APP_NEW = APP + "/new";

	static final String APP_GONE = APP + "/remove";

	static final String CODES = SignInPaths.READY + "/codes";

	private final Visits visits;

	private final PasskeyForms forms;

	ReadyPages(Visits visits, PasskeyForms forms) {
		this.visits = visits;
		this.forms = forms;
	}

	Page overview(Readiness ready, Optional<PasskeyOffer> offer, Optional<SignInWord> word) {
		var page = new Page(this.visits.current());
		page.title(page.text("ready.title"));
		page.back("/lines");
		page.add(new PageHead(page.text("ready.title")).lead(page.text("ready.lead")));
		word.ifPresent(said -> page.add(told(page, said)));
		if (offer.isEmpty()) {
			page.add(new Acts(Act.go(page.text("ready.prove"), SignInPaths.again(SignInPaths.READY)).named("prove")),
					Prose.paragraph(page.text("ready.prove.text"), "soft"));
		}
		page.add(passkeys(page, ready, offer), app(page, ready, offer.isPresent()),
				codes(page, ready, offer.isPresent()), lock(page, ready));
		return page;
	}

	private static Notice told(Page page, SignInWord word) {
		String text = page.text(word.key());
		return (word.good() ? Notice.ok(text, page.text("ready.settling"))
				: Notice.warn(text, page.text("ready.again")))
			.announced();
	}

	private Stack passkeys(Page page, Readiness ready, Optional<PasskeyOffer> offer) {
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(page.text("ready.passkey.text")));
		ready.passkeys().forEach(passkey -> {
			parts.add(Prose
				.paragraph(page.text("ready.passkey.since", passkey.label(), page.times().full(passkey.madeAt()))));
			offer.ifPresent(open -> parts.add(remove(page, passkey, PASSKEY_GONE)));
		});
		offer.ifPresent(open -> parts.add(this.forms.making(
				Form.post(page.visit(), PASSKEYS,
						TextQuestion.labelled(page.words(), "label", page.text("ready.passkey.label")).brief(),
						new Acts(Act.submit(page.text("ready.passkey.add")).icon(Icons.KEY).named("add-passkey"))),
				open.json())));
		return new Stack(page.text("ready.passkey"), parts.toArray(Component[]::new));
	}

	static Form remove(Page page, Passkey passkey, String path) {
		return Form
			.post(page.visit(), path,
					new Acts(Act.submit(page.text("ready.remove")).quiet().slim().unseen(passkey.label())))
			.hidden("passkey", passkey.id().toString());
	}

	private static Stack app(Page page, Readiness ready, boolean open) {
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(page.text(ready.app() ? "ready.app.there" : "ready.app.text")));
		if (open) {
			parts.add(ready.app()
					? Form.post(page.visit(), APP_GONE,
							new Acts(Act.submit(page.text("ready.app.remove")).quiet().slim().named("remove-app")))
					: Form.post(page.visit(), APP_NEW,
							new Acts(Act.submit(page.text("ready.app.add")).quiet().named("add-app"))));
		}
		return new Stack(page.text("ready.app"), parts.toArray(Component[]::new));
	}

	private static Stack codes(Page page, Readiness ready, boolean open) {
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(page.text("ready.codes.text")));
		if (ready.codesLeft() > 0 && ready.codesLeft() < RecoveryCodes.FEW) {
			parts.add(Notice.warn(page.text("ready.codes.left", ready.codesLeft()), page.text("ready.codes.few")));
		}
		else {
			parts.add(Prose.paragraph(page.text("ready.codes.left", ready.codesLeft())));
		}
		if (open) {
			parts.add(Form.post(page.visit(), CODES,
					new Acts(Act.submit(page.text("ready.codes.make")).quiet().named("make-codes"))));
		}
		return new Stack(page.text("ready.codes"), parts.toArray(Component[]::new));
	}

	private static Stack lock(Page page, Readiness ready) {
		return new Stack(page.text("ready.lock"), Prose.paragraph(page.text("ready.lock.text")),
				Prose.paragraph(page.text("ready.lock.lines", ready.lockedLines())),
				Link.alone("/lines/lock", page.text("ready.lock.go")));
	}

	Page app(AppSecret secret, Optional<SignInWord> word) {
		var page = new Page(this.visits.current());
		page.title(page.text("ready.app.scan"));
		page.back(SignInPaths.READY);
		var code = TextQuestion.labelled(page.words(), "code", page.text("ready.app.code")).brief().oneTimeCode();
		page.add(new PageHead(page.text("ready.app.scan")).lead(page.text("ready.app.scan.text")),
				new QrPicture(secret.address(), page.text("ready.app.scan.alt")),
				Prose.paragraph(page.text("ready.app.type", secret.base32().replaceAll("(.{4})(?=.)", "$1 "))),
				Form.post(page.visit(), APP, code,
						new Acts(Act.submit(page.text("shell.continue")).named("continue"))));
		word.filter(SignInWord::bad).ifPresent(said -> page.refuse(code, page.text(said.key())));
		return page;
	}

	Page codes(List<String> codes) {
		var page = new Page(this.visits.current());
		page.title(page.text("ready.codes.show"));
		page.add(new PageHead(page.text("ready.codes.show")).lead(page.text("ready.codes.show.text")));
		page.add(new PlainList(codes.stream().map(code -> "`" + code + "`").toList()),
				Prose.paragraph(page.text("ready.codes.keep", page.visit().brand().name()), "soft"),
				new Acts(Act.go(page.text("ready.codes.done"), SignInPaths.READY).named("done")));
		return page;
	}

}
