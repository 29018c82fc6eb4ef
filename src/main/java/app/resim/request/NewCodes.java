package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.resim.account.Proof;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Brand.NewCodes.Downloaded;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.Download;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;
import app.resim.request.Changes.Done;

import org.springframework.stereotype.Component;

/**
 * A new code for one that ran out or failed, as the brand lays it down. Nobody decides
 * anew, because nothing has changed but the code: the same customer, the same line, the
 * same approval. Where a phone has loaded the profile a person may have to look.
 */
@Component
class NewCodes {

	/** What operators read about a request that waits for them because of it. */
	static final String WAS_DOWNLOADED = "code.downloaded";

	private final Changes change;

	private final Provisioning provisioning;

	private final Catalogue catalogue;

	private final Clock clock;

	NewCodes(Changes change, Provisioning provisioning, Catalogue catalogue, Clock clock) {
		this.change = change;
		this.provisioning = provisioning;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * Asks for one.
	 * @param reference which request
	 * @param owner whose it is
	 * @param signedInAt when the owner proved who it is
	 * @return what becomes of it
	 */
	NewCodeAnswer ask(RequestReference reference, SubscriberId owner, Instant signedInAt) {
		return this.change
			.to(rows -> rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber()),
					request -> answer(request, Actor.customer(owner), signedInAt))
			.orElse(NewCodeAnswer.NOT_NOW);
	}

	private Done<NewCodeAnswer> answer(Request request, Actor actor, Instant signedInAt) {
		Instant now = this.clock.instant();
		if (until(request, now).isEmpty()) {
			return Done.quietly(NewCodeAnswer.NOT_NOW);
		}
		if (!Proof.isFresh(signedInAt, now)) {
			return Done.quietly(NewCodeAnswer.NEEDS_FRESH_SIGN_IN);
		}
		var order = new OrderId(UUID.randomUUID());
		boolean downloaded = request.order().filter(this.provisioning::wasDownloaded).isPresent();
		if (downloaded && rule(request).downloaded() == Downloaded.PERSON) {
			return new Done<>(NewCodeAnswer.A_PERSON_LOOKS,
					List.of(request.renewAfterALook(order, WAS_DOWNLOADED, now)));
		}
		return new Done<>(NewCodeAnswer.ON_ITS_WAY, List.of(request.renew(order, actor, now)));
	}

	/**
	 * Until when the owner may ask, while there is a reason to.
	 * @param request any
	 * @param now the time
	 * @return a time to come, or empty if there is a code that works or none is given
	 */
	Optional<Instant> until(Request request, Instant now) {
		boolean needed = request.isCodeOver(now)
				|| (request.status() == RequestStatus.READY && request.installFault().isPresent());
		return (needed && areGiven(request, now) && !isInstalled(request)) ? Optional.of(until(request))
				: Optional.empty();
	}

	/** Whether this request may have another one. */
	boolean areGiven(Request request, Instant now) {
		return request.kind() == RequestKind.ESIM && request.newCodes() < rule(request).most()
				&& now.isBefore(until(request));
	}

	Instant until(Request request) {
		return request.decidedAt().orElseGet(request::createdAt).plus(rule(request).within());
	}

	private boolean isInstalled(Request request) {
		return request.order()
			.flatMap(this.provisioning::download)
			.filter(download -> download.state() == Download.State.INSTALLED)
			.isPresent();
	}

	private Brand.NewCodes rule(Request request) {
		return this.catalogue.brand(request.brand()).newCodes();
	}

}
