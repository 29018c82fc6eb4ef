package app.resim.provisioning;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.port.ProfileServer.Confirmation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Confirms and releases a reserved profile. The call names the ICCID, so a repeat harms
 * nothing: it succeeds, or the server says that the profile is confirmed already. In the
 * second case the code is known if the MatchingID was ours; if the server made it, it was
 * lost with the answer and a person has to cancel or look it up.
 */
@Component
class ConfirmAndRelease implements ServerCalls.Plan<Confirmation> {

	/** MatchingID in use: by somebody else, or by our own lost call. */
	static final String MATCHING_ID_TAKEN = "8.2.6-3.3";

	/** What servers say about a profile that is confirmed or released already. */
	private static final Set<String> ALREADY = Set.of("8.2.1-3.3", "8.2.1-3.5", MATCHING_ID_TAKEN);

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int GROUPS = 4;

	private static final int GROUP = 5;

	private static final int CONFIRMATION_DIGITS = 6;

	private final ProfileServer server;

	private final boolean confirmationCodes;

	private final RandomGenerator chance;

	private final Clock clock;

	ConfirmAndRelease(ProfileServer server,
			@Value("${resim.provisioning.confirmation-code:false}") boolean confirmationCodes, RandomGenerator chance,
			Clock clock) {
		this.server = server;
		this.confirmationCodes = confirmationCodes;
		this.chance = chance;
		this.clock = clock;
	}

	@Override
	public Optional<Step> answered(ProfileOrder order) {
		return switch (order.state) {
			case ORDERING -> Optional.of(Faults.NOT_ORDERED);
			case ORDERED -> Optional.of(Faults.NOT_ATTACHED);
			case ATTACHED -> Optional.empty();
			case PROVING -> Optional.of(Faults.BUSY);
			case RELEASED, DOWNLOADED, FAILED, INSTALLED -> Optional.of(Faults.DONE);
			case HELD -> Optional.of(Faults.held(order));
			case CANCELLING, CANCELLED -> Optional.of(Faults.CANCELLED);
		};
	}

	@Override
	public Optional<Step> prepare(ProfileOrder order) {
		if (order.secrets == null) {
			order.secrets = new Secrets(this.server.acceptsMatchingId() ? matchingId() : "", "",
					this.confirmationCodes ? digits() : "");
		}
		order.maybeConfirmed = true;
		return Optional.empty();
	}

	@Override
	public OutsideCall.Question question() {
		return OutsideCall.Question.CONFIRM;
	}

	@Override
	public Outcome<Confirmation> make(ProfileServer server, String call, ProfileOrder order) {
		var secrets = Objects.requireNonNull(order.secrets);
		return server.confirmOrder(call, new ProfileServer.Confirm(Objects.requireNonNull(order.iccid), order.eid,
				secrets.matchingIdIfAny(), secrets.confirmationCodeIfAny()));
	}

	@Override
	public Step done(ProfileOrder order, Confirmation confirmed) {
		var given = Objects.requireNonNull(order.secrets).answered(confirmed.matchingId(), confirmed.smdpAddress());
		if (!confirmed.asSent()) {
			return hold(order, given, "es2plus.echo-differs");
		}
		if (given.activationCode().isEmpty()) {
			return hold(order, given, "es2plus.no-activation-code");
		}
		order.released(given, confirmed.boundTo().isPresent(), this.clock.instant());
		return Faults.DONE;
	}

	private static Step hold(ProfileOrder order, Secrets given, String why) {
		order.secrets = given;
		order.hold(why);
		return Faults.held(order);
	}

	@Override
	public Step refused(ProfileOrder order, Outcome.Refused<Confirmation> refusal, boolean wasUnsure) {
		boolean ours = Objects.requireNonNull(order.secrets).matchingIdIfAny().isPresent();
		if (wasUnsure && ALREADY.contains(refusal.code())) {
			if (!ours) {
				order.hold("es2plus.code-lost");
				return Faults.held(order);
			}
			order.proving();
			return new Step.Later(Faults.word(refusal.code()));
		}
		if (MATCHING_ID_TAKEN.equals(refusal.code()) && ours) {
			order.secrets = null;
			return new Step.Later(Faults.word(MATCHING_ID_TAKEN));
		}
		return Faults.refused(refusal.code());
	}

	@Override
	public Step unknown(ProfileOrder order, Outcome.Unknown<Confirmation> unknown) {
		return new Step.Later(Faults.UNKNOWN);
	}

	private String matchingId() {
		var text = new StringBuilder();
		for (int i = 0; i < GROUPS * GROUP; i++) {
			text.append((i > 0 && i % GROUP == 0) ? "-" : "")
				.append(ALPHABET.charAt(this.chance.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

	private String digits() {
		var text = new StringBuilder();
		for (int i = 0; i < CONFIRMATION_DIGITS; i++) {
			text.append(this.chance.nextInt(10));
		}
		return text.toString();
	}

}
