package app.resim.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.AppSecret;
import app.resim.account.PasskeyOffer;
import app.resim.account.PasskeyQuestion;
import app.resim.account.Readiness;
import app.resim.account.ResetAsked;
import com.vaadin.flow.component.Component;

import org.springframework.stereotype.Service;

/**
 * How the page looks on which members of staff change what they prove besides the
 * password, and help a colleague who has lost it.
 */
@Service
class StaffProofPages {

	static final String PROOF = "/staff/proof";

	static final String CODE = PROOF + "/code";

	static final String PASSKEY = PROOF + "/passkey";

	static final String APP = PROOF + "/app";

	static final String APP_GONE = APP + "/remove";

	static final String PASSKEYS = PROOF + "/passkeys";

	static final String PASSKEY_GONE = PASSKEYS + "/remove";

	static final String RESET = PROOF + "/reset";

	/** Said at the field, all else at the top of the page. */
	static final String WRONG_CODE = "ready.app.wrong";

	private final Visits visits;

	private final Colleagues colleagues;

	private final StaffSignInPages signIn;

	StaffProofPages(Visits visits, Colleagues colleagues, StaffSignInPages signIn) {
		this.visits = visits;
		this.colleagues = colleagues;
		this.signIn = signIn;
	}

	private Page page(String lead) {
		var page = new Page(this.visits.current());
		page.title(page.text("seats.own"));
		page.withoutRail();
		page.back(SignInPaths.STAFF);
		page.add(new PageHead(page.text("seats.own")).lead(page.text(lead)));
		return page;
	}

	/** Before anything is shown: one of the present factors, once more. */
	Page prove(Readiness ready, PasskeyQuestion question, Optional<SignInWord> word) {
		Page page = page("seats.own.prove");
		this.signIn.asking(page, ready, question, word, CODE, PASSKEY);
		return page;
	}

	/**
	 * What there is and can be changed.
	 * @param resets of colleagues, for the reader to confirm
	 */
	Page change(Readiness ready, AppSecret secret, PasskeyOffer offer, List<ResetAsked> resets,
			Optional<SignInWord> word) {
		Page page = page("seats.own.lead");
		word.filter(said -> !said.key().equals(WRONG_CODE))
			.ifPresent(said -> page
				.add((said.good() ? Notice.ok(page.text(said.key()), "") : Notice.warn(page.text(said.key()), ""))
					.announced()));
		boolean several = ready.passkeys().size() + (ready.app() ? 1 : 0) > 1;
		var code = StaffSignInPages.code(page, "ready.app.code");
		page.add(app(page, ready, secret, code, several), passkeys(page, ready, offer, several));
		resets.forEach(asked -> page.add(reset(page, asked)));
		StaffSignInPages.refuse(page, code, word.filter(said -> said.key().equals(WRONG_CODE)));
		return page;
	}

	private Stack passkeys(Page page, Readiness ready, PasskeyOffer offer, boolean several) {
		List<Component> parts = new ArrayList<>();
		ready.passkeys().forEach(passkey -> {
			parts.add(Prose
				.paragraph(page.text("ready.passkey.since", passkey.label(), page.times().full(passkey.madeAt()))));
			if (several) {
				parts.add(ReadyPages.remove(page, passkey, PASSKEY_GONE));
			}
		});
		parts.add(Prose.paragraph(page.text("seats.set-up.passkey")));
		parts.add(this.signIn.making(page, offer, PASSKEYS));
		return new Stack(page.text("ready.passkey"), parts.toArray(Component[]::new));
	}

	private static Stack app(Page page, Readiness ready, AppSecret secret, TextQuestion code, boolean several) {
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(page.text(ready.app() ? "seats.own.app" : "seats.own.no-app")));
		if (ready.app() && several) {
			parts.add(Form.post(page.visit(), APP_GONE,
					new Acts(Act.submit(page.text("ready.app.remove")).quiet().slim().named("remove-app"))));
		}
		parts.add(Prose.paragraph(page.text("seats.set-up.app")));
		parts.add(StaffSignInPages.connecting(page, secret, code, APP));
		return new Stack(page.text("ready.app"), parts.toArray(Component[]::new));
	}

	private Stack reset(Page page, ResetAsked asked) {
		String whose = this.colleagues.nameOf(asked.name());
		return new Stack(page.text("seats.own.reset", whose),
				Prose.paragraph(page.text("seats.own.reset.text", this.colleagues.nameOf(asked.by()), whose,
						page.times().full(asked.at()))),
				Form.post(page.visit(), RESET,
						new Acts(Act.submit(page.text("seats.own.reset.act", whose)).named("reset-" + asked.name())))
					.hidden("name", asked.name()));
	}

}
