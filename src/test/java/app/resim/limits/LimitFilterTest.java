package app.resim.limits;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import app.resim.MovingClock;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which requests are counted, and what the refused are told.
 */
class LimitFilterTest {

	private final LimitFilter filter = new LimitFilter(FreshLimits.make(new MovingClock()));

	@Test
	void oneTooManyIsRefusedAndToldWhenToComeBack() throws ServletException, IOException {
		for (int i = 0; i < 60; i++) {
			assertThat(ask("192.0.2.1").getStatus()).isEqualTo(200);
		}

		MockHttpServletResponse refused = ask("192.0.2.1");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("15");
		assertThat(ask("192.0.2.2").getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /sign-in, ASK_CODE", "POST, /sign-in/, ASK_CODE", "POST, /sign-in/code, ENTER_CODE",
			"POST, /sign-in/code/new, ASK_CODE", "GET, /sign-in?again=/lines, ASK_CODE",
			"HEAD, /sign-in?again=/lines, ASK_CODE", "GET, /sign-in/operator, OPERATOR_ACCOUNT",
			"HEAD, /sign-in/operator/back, OPERATOR_ACCOUNT", "GET, /staff/sign-in/operator, OPERATOR_ACCOUNT",
			"GET, /staff/sign-in/operator/back, OPERATOR_ACCOUNT", "POST, /sign-in/passkey, PASSKEY",
			"POST, /sign-in/second, SECOND", "POST, /ready/passkeys, FACTORS", "POST, /staff/sign-in, STAFF_SIGN_IN",
			"GET, /not-me/RS-0000-0000/mail/token, VETO", "POST, /not-me/RS-0000-0000/mail/token, VETO",
			"POST, /VAADIN/dynamic/resource/0/1/upload, UPLOAD", "POST, /api/privacy/customers/x/erase, PRIVACY",
			"GET, /api/privacy/customers/x/export, PRIVACY",
			"POST, /gsma/rsp2/es2plus/handleDownloadProgressInfo, PROGRESS" })
	void whatGuessesSendsOrCostsIsCounted(String method, String address, Deed deed) {
		assertThat(Deed.of(request(method, address))).contains(deed);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /sign-in", "GET, /", "GET, /look/x/app.css", "POST, /sign-in/second/later", "GET, /lines" })
	void whatCostsNothingIsNotCounted(String method, String address) {
		assertThat(Deed.of(request(method, address))).isEmpty();
	}

	@Test
	void whatSendsHasADailyCeilingForEverybodyTogether() {
		assertThat(List.of(Deed.MAIL_CODE, Deed.MESSAGE)).allSatisfy(deed -> assertThat(deed.allowances())
			.anyMatch(each -> each.scope() == Scope.EVERYBODY && each.span().toDays() == 1));
	}

	@Test
	void everyDeedHasAnEndForEverybodyTogether() {
		assertThat(Arrays.stream(Deed.values()))
			.allSatisfy(deed -> assertThat(deed.allowances().getLast().scope()).isEqualTo(Scope.EVERYBODY));
	}

	private MockHttpServletResponse ask(String from) throws ServletException, IOException {
		MockHttpServletRequest request = request("POST", "/sign-in");
		request.setRemoteAddr(from);
		var response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, new MockFilterChain());
		return response;
	}

	private static MockHttpServletRequest request(String method, String address) {
		String[] parts = address.split("\\?");
		var request = new MockHttpServletRequest(method, parts[0]);
		request.setServletPath(parts[0]);
		if (parts.length > 1) {
			request.setParameter("again", "/lines");
		}
		return request;
	}

}
