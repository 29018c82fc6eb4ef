package app.resim.visit;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;

/**
 * Something that happened to an appointment. Holds keys only; {@link Appointments#find}
 * tells the rest to those who may know.
 */
public sealed interface VisitEvent extends AuditedEvent {

	VisitReference reference();

	SubscriberId subscriber();

	BrandId brand();

	/**
	 * The shop's key.
	 * @return as in the catalogue
	 */
	String store();

	Instant begins();

	/**
	 * Which state of the appointment it tells of.
	 * @return as {@link Appointment#revision}
	 */
	int revision();

	@Override
	default String subject() {
		return reference().reference();
	}

	@Override
	default String details() {
		return brand() + "/" + store() + " " + begins();
	}

	/** A place is taken. */
	record Booked(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
			int revision, Actor actor, Instant at) implements VisitEvent {
		@Override
		public String deed() {
			return "visit.booked";
		}
	}

	/** It is at another time or in another shop. */
	record Moved(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
			int revision, Actor actor, Instant at) implements VisitEvent {
		@Override
		public String deed() {
			return "visit.moved";
		}
	}

	/** It was given back. */
	record Cancelled(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
			int revision, Actor actor, Instant at) implements VisitEvent {
		@Override
		public String deed() {
			return "visit.cancelled";
		}
	}

	/** It is soon. */
	record Reminded(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
			int revision, Actor actor, Instant at) implements VisitEvent {
		@Override
		public String deed() {
			return "visit.reminded";
		}
	}

	/** The customer came. */
	record Arrived(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
			int revision, Actor actor, Instant at) implements VisitEvent {
		@Override
		public String deed() {
			return "visit.arrived";
		}
	}

	/** The customer did not come. */
	record Missed(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
			int revision, Actor actor, Instant at) implements VisitEvent {
		@Override
		public String deed() {
			return "visit.missed";
		}
	}

}
