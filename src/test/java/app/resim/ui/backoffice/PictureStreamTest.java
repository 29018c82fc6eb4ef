package app.resim.ui.backoffice;

import java.io.IOException;
import java.util.Optional;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What becomes of a picture that nobody takes any more.
 */
class PictureStreamTest {

	@Test
	void aReviewerWhoLeavesWhileAPictureLoadsIsNoFault() {
		assertThatCode(() -> stream("Broken pipe")).doesNotThrowAnyException();
	}

	@Test
	void everyOtherTroubleIsOne() {
		assertThatIOException().isThrownBy(() -> stream("No space left on device"));
	}

	@SuppressWarnings("NullAway") // neither session nor service is asked
	private static void stream(String trouble) throws IOException {
		var response = new VaadinServletResponse(new Failing(trouble), null);
		new PictureStream(() -> Optional.of(new byte[] { 1 }))
			.handleDownloadRequest(new DownloadEvent(null, response, null, new Element("img")));
	}

	/** The line breaks with the first byte. */
	private static final class Failing extends MockHttpServletResponse {

		private final String trouble;

		Failing(String trouble) {
			this.trouble = trouble;
		}

		@Override
		public ServletOutputStream getOutputStream() {
			return new ServletOutputStream() {
				@Override
				public void write(int next) throws IOException {
					throw new IOException(Failing.this.trouble);
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setWriteListener(WriteListener listener) {
					throw new UnsupportedOperationException();
				}
			};
		}

	}

}
