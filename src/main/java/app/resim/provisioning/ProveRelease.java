package app.resim.provisioning;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.port.ProfileServer.Nothing;

import org.springframework.stereotype.Component;

/**
 * Proves by ReleaseProfile that an unanswered confirmation took place: releasing a
 * released profile succeeds, releasing a merely reserved one does not. The MatchingID is
 * ours and the address the agreed one, because whatever else the server answered is lost.
 */
@Component
class ProveRelease implements ServerCalls.Plan<Nothing> {

	private final Clock clock;

	private final ProfileServer server;

	ProveRelease(Clock clock, ProfileServer server) {
		this.clock = clock;
		this.server = server;
	}

	@Override
	public Optional<Step> answered(ProfileOrder order) {
		return switch (order.state) {
			case PROVING -> Optional.empty();
			case ORDERING, ORDERED, ATTACHED -> Optional.of(Faults.NOT_ATTACHED);
			case RELEASED, DOWNLOADED, FAILED, INSTALLED -> Optional.of(Faults.DONE);
			case HELD -> Optional.of(Faults.held(order));
			case CANCELLING, CANCELLED -> Optional.of(Faults.CANCELLED);
		};
	}

	@Override
	public Optional<Step> prepare(ProfileOrder order) {
		return Optional.empty();
	}

	@Override
	public OutsideCall.Question question() {
		return OutsideCall.Question.RELEASE;
	}

	@Override
	public Outcome<Nothing> make(ProfileServer server, String call, ProfileOrder order) {
		return server.releaseProfile(call, Objects.requireNonNull(order.iccid));
	}

	@Override
	public Step done(ProfileOrder order, Nothing answer) {
		var sent = Objects.requireNonNull(order.secrets);
		order.released(sent.answered(sent.matchingId(), this.server.defaultAddress()), order.eid.isPresent(),
				this.clock.instant());
		return Faults.DONE;
	}

	@Override
	public Step refused(ProfileOrder order, Outcome.Refused<Nothing> refusal, boolean wasUnsure) {
		return Faults.refused(refusal.code());
	}

	@Override
	public Step unknown(ProfileOrder order, Outcome.Unknown<Nothing> unknown) {
		return new Step.Later(Faults.UNKNOWN);
	}

}
