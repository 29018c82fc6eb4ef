package app.resim.identity;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class NoFormFilesTest {

	@ParameterizedTest
	@CsvSource({ "multipart/form-data; boundary=x, 415", "' Multipart/Mixed', 415", "image/jpeg, 200",
			"application/x-www-form-urlencoded, 200", ", 200" })
	void requestsOfSeveralPartsAreNotEvenRead(String type, int status) throws ServletException, IOException {
		var request = new MockHttpServletRequest("POST", "/");
		request.setContentType(type);
		var response = new MockHttpServletResponse();
		var chain = new MockFilterChain();

		new NoFormFiles().doFilter(request, response, chain);

		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(chain.getRequest() != null).isEqualTo(status == 200);
	}

}
