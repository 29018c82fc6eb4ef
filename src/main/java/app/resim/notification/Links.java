package app.resim.notification;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

import app.resim.request.NoticeChannel;
import app.resim.request.RequestReference;
import app.resim.visit.VisitReference;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The addresses that stand in messages. All begin with {@code resim.public-url}, never
 * with what a browser sent as host.
 */
@Component
class Links {

	private final URI home;

	Links(@Value("${resim.public-url}") URI home) {
		if (home.getHost() == null || !("https".equals(home.getScheme()) || "http".equals(home.getScheme()))) {
			throw new IllegalStateException("resim.public-url must be an address such as https://esim.example.com");
		}
		this.home = URI.create(home.toString().replaceAll("/+$", ""));
	}

	String home() {
		return this.home + "/";
	}

	/**
	 * The host alone, as browsers compare it with a domain-bound code.
	 * @return for example {@code esim.example.com}
	 */
	String host() {
		return Objects.requireNonNull(this.home.getHost());
	}

	String request(RequestReference reference) {
		return this.home + "/requests/" + reference.reference();
	}

	/**
	 * What stops a request.
	 * @param reference which
	 * @param channel on which this address is sent
	 * @param stop the secret of it
	 * @return an address that needs no sign-in
	 */
	String stop(RequestReference reference, NoticeChannel channel, String stop) {
		return this.home + "/not-me/" + channel.name().toLowerCase(Locale.ROOT) + "/" + reference.reference() + "/"
				+ stop;
	}

	String lines() {
		return this.home + "/lines";
	}

	/** Where an appointment is seen, moved and cancelled. */
	String visit(VisitReference reference) {
		return this.home + "/visits/" + reference.reference();
	}

	String notMe() {
		return this.home + "/help/not-me";
	}

}
