package app.resim.openid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * How a provider is called: in time, and with no more read than such an answer needs. Who
 * answers slowly or without an end is away.
 */
public final class Caller {

	/** Largest answer that is read, in bytes. */
	private static final int LARGEST = 256 * 1024;

	private Caller() {
	}

	/**
	 * Makes calls that end.
	 * @param patience for connecting, and then from the request to the last byte of the
	 * answer
	 */
	static ClientHttpRequestFactory bounded(Duration patience) {
		return bounded(HttpClient.newBuilder().connectTimeout(patience), patience);
	}

	/**
	 * Makes calls that end, over a given kind of connection.
	 * @param connection how to connect, and in which time
	 * @param patience from the request to the last byte of the answer
	 * @return for HTTP/1.1 without redirects
	 */
	public static ClientHttpRequestFactory bounded(HttpClient.Builder connection, Duration patience) {
		var factory = new JdkClientHttpRequestFactory(
				connection.version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build());
		factory.setReadTimeout(patience);
		ClientHttpRequestInterceptor cut = (request, body, execution) -> new Read(execution.execute(request, body));
		return new InterceptingClientHttpRequestFactory(factory, List.of(cut));
	}

	/** An answer that is read at once, and no further than allowed. */
	private static final class Read implements ClientHttpResponse {

		private final ClientHttpResponse answer;

		private final byte[] body;

		Read(ClientHttpResponse answer) throws IOException {
			this.answer = answer;
			try (InputStream stream = answer.getBody()) {
				this.body = stream.readNBytes(LARGEST + 1);
			}
			if (this.body.length > LARGEST) {
				throw new IOException("The answer is too large");
			}
		}

		@Override
		public HttpStatusCode getStatusCode() throws IOException {
			return this.answer.getStatusCode();
		}

		@Override
		public String getStatusText() throws IOException {
			return this.answer.getStatusText();
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.answer.getHeaders();
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.body);
		}

		@Override
		public void close() {
			this.answer.close();
		}

	}

}
