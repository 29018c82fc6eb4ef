package app.resim.notification;

import java.net.URI;

import app.resim.request.RequestReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LinksTest {

	@ParameterizedTest
	@ValueSource(strings = { "https://esim.example.com", "https://esim.example.com/" })
	void everyLinkBeginsWithThePublicAddress(String address) {
		var links = new Links(URI.create(address));

		assertThat(links.home()).isEqualTo("https://esim.example.com/");
		assertThat(links.host()).isEqualTo("esim.example.com");
		assertThat(links.notMe()).isEqualTo("https://esim.example.com/help/not-me");
		assertThat(links.request(new RequestReference("RS-7K4M-29QD")))
			.isEqualTo("https://esim.example.com/requests/RS-7K4M-29QD");
	}

	@Test
	void aPortBelongsToTheLinkAndNotToTheHost() {
		var links = new Links(URI.create("http://localhost:8080"));

		assertThat(links.home()).isEqualTo("http://localhost:8080/");
		assertThat(links.host()).isEqualTo("localhost");
	}

	@ParameterizedTest
	@ValueSource(strings = { "esim.example.com", "javascript:alert(1)", "ftp://esim.example.com", "/", "https:///x" })
	void anythingElseStopsTheStart(String address) {
		assertThatIllegalStateException().isThrownBy(() -> new Links(URI.create(address)));
	}

}
