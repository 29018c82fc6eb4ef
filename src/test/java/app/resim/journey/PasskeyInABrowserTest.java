package app.resim.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A passkey in a real browser, kept by the browser's own pretended authenticator.
 */
@Journey
class PasskeyInABrowserTest {

	private static final String KEEP_ANSWER = """
			() => document.querySelector('form[data-passkey]').addEventListener('formdata',
				event => sessionStorage.answer = event.formData.get('answer'))""";

	private static final String REPLAY_ANSWER = """
			() => {
				const form = document.querySelector('form[data-passkey]');
				form.elements.answer.value = sessionStorage.answer;
				window.leaving = true;
				form.submit();
			}""";

	private static final String RAVI = "ravi.demo@example.com";

	@Test
	void aPasskeyIsAddedSignsInAndItsAnswerIsTakenOnce(Visitor ravi) {
		ravi.plugInAuthenticator();
		ravi.open("/ready");
		ravi.proveAgain(RAVI, () -> {
			ravi.page().fill("input[name=contact]", RAVI);
			ravi.press("send-code");
		});
		ravi.findsNoBarrier().needsNoSidewaysScroll().pictures("ready");
		ravi.page().fill("input[name=label]", "Kitchen laptop");
		ravi.press("add-passkey");
		assertThat(ravi.page().locator("#main").innerText()).contains("The passkey is added", "Kitchen laptop");

		ravi.page().context().clearCookies();
		ravi.open("/ready").findsNoBarrier().pictures("sign-in");
		ravi.page().evaluate(KEEP_ANSWER);
		ravi.press("passkey");
		assertThat(ravi.page().url()).contains("/ready");

		ravi.page().context().clearCookies();
		ravi.open("/sign-in");
		ravi.page().evaluate(REPLAY_ANSWER);
		ravi.page().waitForFunction("() => !window.leaving");
		assertThat(ravi.settle().page().locator(".summary").innerText()).contains("The passkey did not work");
	}

}
