package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import app.resim.catalogue.Catalogue;
import app.resim.keys.Seal;
import app.resim.request.Changes.Done;

import org.springframework.stereotype.Service;

/**
 * "This was not me": whoever holds a message about a request can stop it, without signing
 * in, once from each message's channel. It is a pause and never a refusal, because a
 * thief may hold the old phone: a person decides. What stops a request is a keyed
 * fingerprint of its name, so that no copy of the database holds one that can be used.
 *
 * @see "decision 0022"
 */
@Service
public class Vetoes {

	private static final String CONTEXT = "veto";

	private static final int LONGEST = 200;

	private final RequestRows rows;

	private final Changes change;

	private final Votes votes;

	private final Catalogue catalogue;

	private final Seal seal;

	private final Clock clock;

	Vetoes(RequestRows rows, Changes change, Votes votes, Catalogue catalogue, Seal seal, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.votes = votes;
		this.catalogue = catalogue;
		this.seal = seal;
		this.clock = clock;
	}

	Map<NoticeChannel, String> stops(RequestReference reference) {
		Map<NoticeChannel, String> stops = new EnumMap<>(NoticeChannel.class);
		for (NoticeChannel channel : NoticeChannel.values()) {
			stops.put(channel,
					Base64.getUrlEncoder()
						.withoutPadding()
						.encodeToString(this.seal.fingerprint(named(reference, channel), CONTEXT)));
		}
		return stops;
	}

	private static String named(RequestReference reference, NoticeChannel channel) {
		return reference.reference() + " " + channel;
	}

	/**
	 * Looks what could be stopped. Changes nothing, however often a mail scanner asks.
	 * @param reference as in the message
	 * @param channel as in the message
	 * @param stop as in the message
	 * @return how the request stands
	 */
	public VetoAnswer look(String reference, String channel, String stop) {
		return known(reference, channel, stop)
			.flatMap(message -> find(message).apply(this.rows).map(request -> standing(request, message.channel())))
			.orElseGet(VetoAnswer.Unknown::new);
	}

	/**
	 * Stops a request. After this has returned nothing is issued for it, no code is shown
	 * and none that was shown brings the line to another phone, until a person has looked
	 * into it.
	 * @param reference as in the message
	 * @param channel as in the message
	 * @param stop as in the message
	 * @return how the request stands now
	 */
	public VetoAnswer press(String reference, String channel, String stop) {
		return known(reference, channel, stop).flatMap(
				message -> this.change.<VetoAnswer>to(find(message), request -> pressed(request, message.channel())))
			.orElseGet(VetoAnswer.Unknown::new);
	}

	private Done<VetoAnswer> pressed(Request request, NoticeChannel channel) {
		Instant at = this.clock.instant();
		return switch (standing(request, channel)) {
			case VetoAnswer.Running running -> {
				Instant answerBy = this.catalogue.brand(request.brand()).answerBy(at);
				this.votes.strike(request.id());
				RequestEvent event = request.pause(channel, answerBy, at);
				yield new Done<>(standing(request, channel), List.of(event));
			}
			case VetoAnswer.TooLate late -> new Done<>(late, List
				.of(CaseEvent.of("request.objected-too-late", request, app.resim.kernel.Actor.stranger("notice"), at)));
			case VetoAnswer.Stopped stopped -> Done.quietly(stopped);
			case VetoAnswer.LookedInto looked -> Done.quietly(looked);
			case VetoAnswer.Over over -> Done.quietly(over);
			case VetoAnswer.Unknown unknown -> Done.quietly(unknown);
		};
	}

	private static VetoAnswer standing(Request request, NoticeChannel channel) {
		var about = new VetoAnswer.About(request.reference(), request.brand(), request.line().lastTwo(),
				request.submittedAt().orElseGet(request::createdAt));
		if (request.status() == RequestStatus.PAUSED) {
			return new VetoAnswer.Stopped(about, request.answerBy());
		}
		if (request.status().phase() == Phase.DONE) {
			return new VetoAnswer.TooLate(about);
		}
		if (Transitions.row(request.status(), Move.PAUSE).isEmpty()) {
			return new VetoAnswer.Over(about);
		}
		return request.pausedBy().contains(channel) ? new VetoAnswer.LookedInto(about) : new VetoAnswer.Running(about);
	}

	private Optional<Message> known(String reference, String channel, String stop) {
		return RequestReference.read(reference)
			.flatMap(read -> channel(channel).map(over -> new Message(read, over)))
			.filter(message -> opens(message, stop));
	}

	private boolean opens(Message message, String stop) {
		if (stop.length() > LONGEST) {
			return false;
		}
		try {
			return this.seal.matches(Base64.getUrlDecoder().decode(stop), named(message.reference(), message.channel()),
					CONTEXT);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static Optional<NoticeChannel> channel(String named) {
		for (NoticeChannel channel : NoticeChannel.values()) {
			if (channel.name().equalsIgnoreCase(named)) {
				return Optional.of(channel);
			}
		}
		return Optional.empty();
	}

	private static Function<RequestRows, Optional<Request>> find(Message message) {
		return rows -> rows.findByReference(message.reference().reference())
			.filter(request -> request.status() != RequestStatus.DRAFT);
	}

	private record Message(RequestReference reference, NoticeChannel channel) {
	}

}
