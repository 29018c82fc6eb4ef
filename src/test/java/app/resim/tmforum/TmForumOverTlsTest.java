package app.resim.tmforum;

import java.security.NoSuchAlgorithmException;
import java.util.Optional;

import app.resim.MovingClock;
import app.resim.provisioning.es2plus.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TmForumOverTlsTest {

	private static final String CUSTOMERS = "/customerManagement/v4/customer";

	private final SimulatedBackEnd backEnd = new SimulatedBackEnd(new MovingClock(),
			Certificates.bundle("server", "portal").createSslContext());

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("back-end",
			Certificates.bundle("stranger", "server"));

	@AfterEach
	void close() {
		this.backEnd.close();
	}

	@Test
	void aStrangersCertificateIsRefusedAndARenewedOneIsUsedAtOnce() throws NoSuchAlgorithmException {
		this.backEnd.add(CUSTOMERS, "{\"id\":\"c-1\"}");
		BackEnd client = client();
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> ask(client));

		this.bundles.updateBundle("back-end", Certificates.bundle("portal", "server"));
		assertThat(ask(client)).isPresent();
	}

	@Test
	void aServerThatIsNotTrustedIsToldNothing() throws NoSuchAlgorithmException {
		this.bundles.updateBundle("back-end", Certificates.bundle("portal", "stranger"));
		BackEnd client = client();
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> ask(client))
			.satisfies(fault -> assertThat(fault.nothingDone()).isTrue());
		assertThat(this.backEnd.asked).isEmpty();
	}

	private BackEnd client() throws NoSuchAlgorithmException {
		TmForumProperties agreed = Agreements.with(this.backEnd, "ssl-bundle=back-end");
		return TmForumConfiguration.backEnd(agreed, TmForumConfiguration.caller(agreed, this.bundles),
				new MovingClock());
	}

	private static Optional<?> ask(BackEnd client) {
		return client.one(CUSTOMERS, "c-1", "id", client.patience());
	}

}
