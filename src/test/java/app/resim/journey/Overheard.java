package app.resim.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser.NewContextOptions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the body of every answer that the server gives to browsers that are listened to,
 * whatever became of it on their pages. What comes by WebSocket passes it by.
 */
class Overheard extends OncePerRequestFilter {

	private static final String MARK = "X-Overheard";

	private final List<Answer> answers = new CopyOnWriteArrayList<>();

	/**
	 * Listens to a browser.
	 * @param device of the visitor
	 */
	static void listenTo(NewContextOptions device) {
		device.setExtraHTTPHeaders(Map.of(MARK, "yes"));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getHeader(MARK) == null || request.getHeader("Upgrade") != null) {
			chain.doFilter(request, response);
			return;
		}
		var copied = new Copied(response);
		try {
			chain.doFilter(request, copied);
			copied.flushBuffer();
		}
		finally {
			this.answers.add(new Answer(request.getRequestURI(),
					Optional.ofNullable(copied.getContentType()).orElse(""), copied.body()));
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/**
	 * The answers since this was last asked.
	 * @return in the order in which they were complete
	 */
	List<Answer> take() {
		List<Answer> taken = List.copyOf(this.answers);
		this.answers.removeAll(taken);
		return taken;
	}

	/**
	 * An answer.
	 *
	 * @param path what was asked for
	 * @param type its content type, or nothing
	 * @param body its text; pictures are no text, and none is expected in them
	 */
	record Answer(String path, String type, String body) {

		boolean isProgram() {
			return this.type.contains("javascript") || this.type.contains("css");
		}

	}

	/**
	 * Hands everything on at once: what is forwarded inside the server cannot be added to
	 * later.
	 */
	private static final class Copied extends HttpServletResponseWrapper {

		private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

		private @Nullable ServletOutputStream stream;

		private @Nullable PrintWriter writer;

		Copied(HttpServletResponse response) {
			super(response);
		}

		String body() {
			return this.copy.toString(StandardCharsets.UTF_8);
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			if (this.stream == null) {
				this.stream = new Both(super.getOutputStream(), this.copy);
			}
			return this.stream;
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			if (this.writer == null) {
				this.writer = new PrintWriter(
						new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
			}
			return this.writer;
		}

		@Override
		public void flushBuffer() throws IOException {
			if (this.writer != null) {
				this.writer.flush();
			}
			super.flushBuffer();
		}

	}

	private static final class Both extends ServletOutputStream {

		private final ServletOutputStream out;

		private final OutputStream copy;

		Both(ServletOutputStream out, OutputStream copy) {
			this.out = out;
			this.copy = copy;
		}

		@Override
		public void write(int one) throws IOException {
			this.copy.write(one);
			this.out.write(one);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.copy.write(bytes, from, length);
			this.out.write(bytes, from, length);
		}

		@Override
		public void flush() throws IOException {
			this.out.flush();
		}

		@Override
		public void close() throws IOException {
			this.out.close();
		}

		@Override
		public boolean isReady() {
			return this.out.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.out.setWriteListener(listener);
		}

	}

	/** Before everything else, so that nothing is written beside it. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Placed {

		@Bean
		Overheard overheard() {
			return new Overheard();
		}

		@Bean
		FilterRegistrationBean<Overheard> firstOfAll(Overheard overheard) {
			var registration = new FilterRegistrationBean<>(overheard);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
			registration.setAsyncSupported(true);
			return registration;
		}

	}

}
