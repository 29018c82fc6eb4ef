package app.resim.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import app.resim.WholeResim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection that stays, by which pages are changed: for our own pages only.
 */
@WholeResim
class WhoMayOpenAConnectionTest {

	private static final List<String> HANDSHAKE = List.of("Connection: Upgrade", "Upgrade: websocket",
			"Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

	private final int port;

	private final String home;

	WhoMayOpenAConnectionTest(@LocalServerPort int port, @Value("${resim.public-url}") String home) {
		this.port = port;
		this.home = home;
	}

	@Test
	void aPageOfOursMay() throws IOException {
		assertThat(handshake("Origin: http://localhost:" + this.port)).isEqualTo(101);
		// what customers type, which a proxy may call otherwise
		assertThat(handshake("Origin: " + this.home)).isEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://evil.example", "Origin: null", "Origin: http://localhost",
			"Origin: http://localhost:8080.evil.example", "X-Nothing: at all" })
	void anotherSiteMayNot(String line) throws IOException {
		assertThat(handshake(line)).isEqualTo(403);
	}

	@Test
	void pollingFromAnotherSiteIsRefusedToo() throws IOException {
		assertThat(ask("/VAADIN/push?v-r=push", List.of("Origin: https://evil.example"))).isEqualTo(403);
		assertThat(ask("/VAADIN/%70ush", List.of("Origin: https://evil.example"))).isEqualTo(403);
	}

	private int handshake(String line) throws IOException {
		return ask("/VAADIN/push?v-r=push&X-Atmosphere-Transport=websocket",
				Stream.concat(HANDSHAKE.stream(), Stream.of(line)).toList());
	}

	private int ask(String path, List<String> lines) throws IOException {
		try (var socket = new Socket("localhost", this.port)) {
			String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + this.port + "\r\n"
					+ String.join("\r\n", lines) + "\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			socket.setSoTimeout(10_000);
			var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			return Integer.parseInt(answer.readLine().split(" ")[1]);
		}
	}

}
