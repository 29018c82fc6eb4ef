package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.identity.Comparison;
import app.resim.protection.Signal;

/**
 * A claimed case as its reviewer sees it.
 *
 * @param request what the customer answered
 * @param registeredName the name in the operator's directory
 * @param maskedEmail where codes and notices went
 * @param line the line as it is now; empty if the customer has it no more
 * @param signals what swap protection noticed
 * @param weighed how it was weighed when it was sent; empty for requests of before
 * @param stalled whether fulfilment needs somebody
 * @param fault what keeps fulfilment
 * @param people how many different people have to approve
 * @param firstApprover who has approved first, while a second is needed
 * @param stops from where it was stopped so far, the last of them last; empty if nobody
 * objected
 * @param comparison what the document says beside what was typed and what is on file
 * @param earlier earlier requests for this line, newest first
 */
public record CaseView(RequestView request, String registeredName, String maskedEmail, Optional<LineView> line,
		List<Signal> signals, Optional<Weighed> weighed, boolean stalled, Optional<String> fault, int people,
		Optional<String> firstApprover, List<NoticeChannel> stops, Comparison comparison, List<Earlier> earlier) {

	/**
	 * An earlier request.
	 *
	 * @param reference which
	 * @param at when it was sent
	 * @param reason why
	 * @param phase how it ended
	 */
	public record Earlier(RequestReference reference, Instant at, Optional<Reason> reason, Phase phase) {
	}

	@Override
	public String toString() {
		return "CaseView[" + this.request.reference() + "]";
	}

}
