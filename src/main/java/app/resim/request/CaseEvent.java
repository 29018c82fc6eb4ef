package app.resim.request;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * Deeds around a request or a line that move no request and still leave a row.
 *
 * @param deed a stable word
 * @param subject the request reference, or a subscriber id for lines
 * @param actor who
 * @param at when
 */
record CaseEvent(String deed, String subject, Actor actor, Instant at) implements AuditedEvent {

	static CaseEvent of(String deed, Request request, Actor actor, Instant at) {
		return new CaseEvent(deed, request.reference().reference(), actor, at);
	}

}
