package app.resim.callers;

import java.security.cert.X509Certificate;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may call from outside.
 */
class CallersTest {

	private static final String SUBJECT = "CN=smdp.example.com, O=Example, C=HK";

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void withNothingAgreedNobodyMay() {
		certificate(SUBJECT);
		this.request.addHeader("Authorization", "Bearer ");
		assertThat(may("", "")).isFalse();
		assertThat(new Callers("", List.of("", " ")).nobody()).isTrue();
		assertThat(new Callers(SUBJECT, List.of()).nobody()).isFalse();
		assertThat(new Callers("", List.of("hush")).nobody()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { SUBJECT, "cn=SMDP.example.com,o=Example,c=hk" })
	void theAgreedCertificateMayHoweverItsSubjectIsSpelled(String subject) {
		certificate(subject);
		assertThat(may(SUBJECT, "")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CN=smdp.example.com, O=Example", "CN=smdp.example.com, O=Example, C=HK, L=x",
			"O=Example, CN=smdp.example.com, C=HK", "CN=smdp.example.com.evil, O=Example, C=HK" })
	void anotherCertificateMayNot(String subject) {
		certificate(subject);
		assertThat(may(SUBJECT, "")).isFalse();
	}

	@Test
	void noCertificateMayNot() {
		assertThat(may(SUBJECT, "")).isFalse();
		this.request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[0]);
		assertThat(may(SUBJECT, "")).isFalse();
	}

	@Test
	void theTokenMay() {
		this.request.addHeader("Authorization", "Bearer hush");
		assertThat(may("", "hush")).isTrue();
		assertThat(may(SUBJECT, "hush")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer hus", "Bearer hushh", "hush", "bearer", "Basic hush", "Bearer HUSH", "Bearer " })
	void anotherTokenMayNot(String header) {
		this.request.addHeader("Authorization", header);
		assertThat(may("", "hush")).isFalse();
	}

	@Test
	void eachOfSeveralTokensMay() {
		this.request.addHeader("Authorization", "Bearer drawn");
		assertThat(new Callers("", List.of("hush", "drawn"))
			.authorize(() -> null, new RequestAuthorizationContext(this.request))
			.isGranted()).isTrue();
	}

	private boolean may(String subject, String secret) {
		return new Callers(subject, List.of(secret))
			.authorize(() -> null, new RequestAuthorizationContext(this.request))
			.isGranted();
	}

	private void certificate(String subject) {
		var certificate = Mockito.mock(X509Certificate.class);
		Mockito.when(certificate.getSubjectX500Principal()).thenReturn(new X500Principal(subject));
		this.request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] { certificate });
	}

}
