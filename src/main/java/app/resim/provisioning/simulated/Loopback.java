package app.resim.provisioning.simulated;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.provisioning.es2plus.StandIn;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where this very server listens, seen from itself, and the token that the client and the
 * simulated SM-DP+ show each other.
 */
@Component
@WhileNoServerIsConfigured
class Loopback implements StandIn, Portal {

	static final String PATH = "/simulated/sm-dp";

	/** Nothing listens here, so a connection is refused at once. */
	private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

	private static final int SECRET_BYTES = 32;

	private final FaultSwitch fault;

	private final String host;

	private final String contextPath;

	private final boolean tls;

	private final String secret;

	private volatile @Nullable URI self;

	Loopback(FaultSwitch fault, RandomGenerator chance, @Value("${server.address:127.0.0.1}") String host,
			@Value("${server.servlet.context-path:}") String contextPath,
			@Value("${server.ssl.enabled:false}") boolean tls) {
		this.fault = fault;
		this.host = switch (host) {
			case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
			default -> (host.contains(":") && !host.startsWith("[")) ? "[" + host + "]" : host;
		};
		this.contextPath = contextPath;
		this.tls = tls;
		byte[] drawn = new byte[SECRET_BYTES];
		chance.nextBytes(drawn);
		this.secret = HexFormat.of().formatHex(drawn);
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
			this.self = URI.create((this.tls ? "https://" : "http://") + this.host + ":"
					+ event.getWebServer().getPort() + this.contextPath);
		}
	}

	/** This server, whatever is simulated about the SM-DP+ in it. */
	@Override
	public Optional<URI> portal() {
		return Optional.ofNullable(this.self);
	}

	@Override
	public HttpClient.Builder client() {
		return HttpClient.newBuilder();
	}

	@Override
	public HttpRequest.Builder signed(HttpRequest.Builder request) {
		return request.header("Authorization", "Bearer " + this.secret);
	}

	@Override
	public Optional<URI> url() {
		return (this.fault.fault() instanceof Fault.Down) ? Optional.of(NOWHERE)
				: portal().map(server -> URI.create(server + PATH));
	}

	@Override
	public String secret() {
		return this.secret;
	}

	@Override
	public String smdpAddress() {
		return "smdp.example.com";
	}

}
