package app.resim.request;

import java.util.Optional;

import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.identity.Claim;
import app.resim.identity.Comparison;
import app.resim.identity.DocumentNumbers;
import app.resim.identity.Documents;
import app.resim.identity.Findings;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.protection.SwapFacts.Papers;

import org.springframework.stereotype.Component;

/**
 * Sets a request's document beside what the operator has on file. Calls the directory, so
 * it is never called inside a transaction.
 */
@Component
class DocumentCheck {

	private final Documents documents;

	private final DocumentNumbers numbers;

	private final Subscribers subscribers;

	DocumentCheck(Documents documents, DocumentNumbers numbers, Subscribers subscribers) {
		this.documents = documents;
		this.numbers = numbers;
		this.subscribers = subscribers;
	}

	/**
	 * What swap protection needs to know.
	 * @param request with its pictures
	 * @return doubts, also where the directory does not answer
	 */
	Papers papers(Request request) {
		boolean toBeLookedAt = this.documents.in(Requests.folder(request))
			.stream()
			.anyMatch(picture -> picture.findings() instanceof Findings.NeedsPerson) || numberMissing(request);
		try {
			return new Papers(toBeLookedAt,
					!compare(request, this.subscribers.find(request.subscriber()), Actor.RESIM).contradictions()
						.isEmpty());
		}
		catch (DirectoryUnreachable ex) {
			return new Papers(true, false);
		}
	}

	/** Somebody may have walked around the page that asks. */
	private boolean numberMissing(Request request) {
		return request.documentKind()
			.filter(kind -> this.numbers.asks(kind) && this.numbers.find(Requests.folder(request), kind).isEmpty())
			.isPresent();
	}

	/**
	 * Field by field.
	 * @param request with its pictures
	 * @param customer whose request it is
	 * @param viewer who looks
	 * @return nothing until a document was chosen, and nothing for a customer who is gone
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	Comparison compare(Request request, Optional<Subscriber> customer, Actor viewer) {
		return request.documentKind()
			.flatMap(kind -> customer.map(subscriber -> this.documents.compare(Requests.folder(request), kind,
					claim(subscriber, kind), viewer)))
			.orElse(Comparison.NOTHING);
	}

	private Claim claim(Subscriber subscriber, DocumentKind kind) {
		RegisteredIdentity registered = this.subscribers.identity(subscriber.id());
		return new Claim(subscriber.name(), registered.birth(), Optional.ofNullable(registered.numbers().get(kind)));
	}

}
