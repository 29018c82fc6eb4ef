package app.resim.tmforum;

import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;

import app.resim.MovingClock;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Settings for tests, and the client that follows from them.
 */
final class Agreements {

	private Agreements() {
	}

	static TmForumProperties with(SimulatedBackEnd backEnd, String... more) {
		Map<String, String> settings = new HashMap<>(Map.of("url", backEnd.url(), "token-url", backEnd.url() + "/token",
				"client-id", "resim", "client-secret", "hush", "brand", "tidewire", "connect-timeout", "1s",
				"read-timeout", "1s", "longest-call", "6s", "poll-every", "1ms", "page-size", "3"));
		for (String setting : more) {
			settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		}
		return new Binder(new MapConfigurationPropertySource(settings)).bind("", TmForumProperties.class).get();
	}

	static BackEnd client(TmForumProperties agreed) {
		try {
			return TmForumConfiguration.backEnd(agreed, TmForumConfiguration.caller(agreed, SSLContext.getDefault()),
					new MovingClock());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
