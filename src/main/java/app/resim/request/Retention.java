package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.identity.Documents;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells identity when the pictures of a request may go, as the brand has laid down.
 */
@Component
class Retention {

	private final RequestRows rows;

	private final Catalogue catalogue;

	private final Documents documents;

	private final Clock clock;

	Retention(RequestRows rows, Catalogue catalogue, Documents documents, Clock clock) {
		this.rows = rows;
		this.catalogue = catalogue;
		this.documents = documents;
		this.clock = clock;
	}

	/**
	 * A draft was saved, in the same transaction: its pictures wait for its owner only so
	 * long.
	 */
	void saved(Request request) {
		if (request.status() == RequestStatus.DRAFT) {
			this.documents.keepUntil(Requests.folder(request), request.subscriber(),
					request.savedAt().plus(Duration.ofDays(keeping(request).draftDays())));
		}
	}

	/**
	 * A draft is being sent, in the same transaction: its pictures stay until it ends.
	 */
	void sent(Request request) {
		this.documents.keep(Requests.folder(request));
	}

	@ApplicationModuleListener
	void on(RequestEvent event) {
		this.rows.findByReference(event.reference().reference())
			.filter(request -> request.status().isFinal())
			.ifPresent(request -> this.documents.releaseAfter(Requests.folder(request), end(request)));
	}

	private Instant end(Request request) {
		Brand.Keeping keeping = keeping(request);
		int days = request.submittedAt().isPresent() ? keeping.requestDays() : keeping.draftDays();
		return request.endedAt().orElseGet(this.clock::instant).plus(Duration.ofDays(days));
	}

	private Brand.Keeping keeping(Request request) {
		return this.catalogue.brand(request.brand()).keeping();
	}

}
