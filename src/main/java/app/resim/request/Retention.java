package app.resim.request;

import java.time.Clock;
import java.time.Duration;

import app.resim.identity.Documents;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells identity when the pictures of a request may go: a set time after the request
 * ended, because a complaint may need them until then.
 */
@Component
class Retention {

	/** As long as the demonstration's operator keeps them. */
	static final Duration PERIOD = Duration.ofDays(30);

	private final RequestRows rows;

	private final Documents documents;

	private final Clock clock;

	Retention(RequestRows rows, Documents documents, Clock clock) {
		this.rows = rows;
		this.documents = documents;
		this.clock = clock;
	}

	@ApplicationModuleListener
	void on(RequestEvent event) {
		this.rows.findByReference(event.reference().reference())
			.filter(request -> request.status().isFinal())
			.ifPresent(request -> this.documents.releaseAfter(Requests.folder(request),
					request.endedAt().orElseGet(this.clock::instant).plus(PERIOD)));
	}

}
