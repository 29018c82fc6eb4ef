package app.resim.request;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;

/**
 * Something that happened to a request. Holds keys only; {@link Requests#facts} tells the
 * rest to those who may know.
 */
public sealed interface RequestEvent extends AuditedEvent {

	RequestReference reference();

	SubscriberId subscriber();

	BrandId brand();

	/**
	 * The how manyth time this happens to the request, for what can happen again.
	 * @return from 1
	 */
	default int round() {
		return 1;
	}

	@Override
	default String subject() {
		return reference().reference();
	}

	/** The customer sent the request. */
	record Submitted(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.submitted";
		}
	}

	/** A person has to decide. */
	record SentToReview(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.sent-to-review";
		}
	}

	/** A reviewer asks for other pictures. */
	record PicturesWanted(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			String pictures, int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.pictures-wanted";
		}

		@Override
		public String details() {
			return this.pictures;
		}
	}

	/** The pictures that were asked for have come; a person has to decide again. */
	record PicturesSent(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.pictures-sent";
		}
	}

	/** The customer has to come to a store. */
	record HandedOver(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.handed-over";
		}
	}

	/** The customer need not come to a store: a reviewer decides again. */
	record TakenBack(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.taken-back";
		}
	}

	/** The first of two people has approved. */
	record ApprovedOnce(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.approved-once";
		}
	}

	/** Nothing is issued before a time, so that the owner can object. */
	record Held(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			Instant until) implements RequestEvent {
		@Override
		public String deed() {
			return "request.held";
		}

		@Override
		public String details() {
			return this.until.toString();
		}
	}

	/** Half of the time is over in which the owner can object. */
	record StillAskedFor(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.reminded";
		}
	}

	/** Somebody who got a message about it says: this was not me. */
	record Paused(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			NoticeChannel channel, int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.paused";
		}

		@Override
		public String details() {
			return this.channel.name();
		}
	}

	/** A fraud analyst has stopped it; somebody else has to look into it. */
	record SetAside(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.set-aside";
		}
	}

	/** Approved, by a person or by the brand's automatic policy. */
	record Approved(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.approved";
		}
	}

	/** A reviewer refused it. */
	record Declined(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			DeclineReason reason) implements RequestEvent {
		@Override
		public String deed() {
			return "request.declined";
		}

		@Override
		public String details() {
			return this.reason.name();
		}
	}

	/** The customer took it back. */
	record Withdrawn(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.withdrawn";
		}
	}

	/** Fulfilment needs a person of the operator. */
	record Stalled(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			String fault) implements RequestEvent {
		@Override
		public String deed() {
			return "request.stalled";
		}

		@Override
		public String details() {
			return this.fault;
		}
	}

	/** A person has looked into why it was stopped; two people decide from here. */
	record LookedInto(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.resumed";
		}
	}

	/** Fulfilment goes on. */
	record Resumed(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.resumed";
		}
	}

	/** The code was not used in time and is taken back; its owner may have a new one. */
	record CodeRanOut(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.code-ran-out";
		}
	}

	/** The code ran out or failed, and the customer gets a new one. */
	record Renewed(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.renewed";
		}
	}

	/** The code can be shown. */
	record Ready(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor, Instant at,
			int round) implements RequestEvent {
		@Override
		public String deed() {
			return "request.ready";
		}
	}

	/** A physical card waits in the shop. */
	record CardReady(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "card.ready";
		}
	}

	/** A physical card is on its way. */
	record CardSent(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "card.sent";
		}
	}

	/** A phone installed the new eSIM. */
	record Installed(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.installed";
		}
	}

	/** The old SIM is ended; nothing is left to do. */
	record Finished(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.finished";
		}
	}

	/** The draft or the code was not used in time. */
	record Expired(RequestReference reference, SubscriberId subscriber, BrandId brand, Actor actor,
			Instant at) implements RequestEvent {
		@Override
		public String deed() {
			return "request.expired";
		}
	}

}
