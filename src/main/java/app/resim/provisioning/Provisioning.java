package app.resim.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.Particulars;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Orders a profile and moves a line onto it, step by step. Every step may be repeated
 * with the same order, by several callers at once and after a stop at any instruction;
 * none may be run inside a caller's transaction, because each calls outer systems.
 *
 * <p>
 * The usual plan: {@link #order}, {@link #attach}, {@link #release}, then wait for
 * {@link ProfileInstalled} and {@link #endOldSim}. {@link #cancel} undoes what can be
 * undone. A step called out of turn answers {@link Step.NeedsPerson}.
 *
 * <p>
 * While one caller awaits an outer system for an order, the others are answered
 * {@code Later("provisioning.busy")}; so is a repeat after a stop, for at most the
 * configured time-outs.
 */
@Service
public class Provisioning {

	private final OrderBook book;

	private final ProfileSteps profile;

	private final Network network;

	private final Cancellation cancellation;

	Provisioning(OrderBook book, ProfileSteps profile, Network network, Cancellation cancellation) {
		this.book = book;
		this.profile = profile;
		this.network = network;
		this.cancellation = cancellation;
	}

	/**
	 * Orders a profile (ES2+ DownloadOrder). A repeat with other particulars changes
	 * nothing: the first ones count.
	 *
	 * <p>
	 * If nobody knows whether the SM-DP+ carried an order out, what follows depends on
	 * the operator's pool of ICCIDs. With a pool the order named its profile and may be
	 * repeated: {@link Step.Later}. Without one a repeat would take a second profile and
	 * the SM-DP+ cannot be asked for the first, so the answer is
	 * {@code NeedsPerson("es2plus.unknown")}, now and at every repeat, until a person
	 * {@linkplain #settle settles} it or it is cancelled.
	 * @param order the caller's key
	 * @param line whose SIM is replaced
	 * @param profileType the SM-DP+'s name of the profile, at most 100 characters
	 * @param eid the phone it is bound to, where known
	 * @param usableFor how long the code may be used after release
	 * @return how it ended
	 */
	public Step order(OrderId order, Msisdn line, String profileType, Optional<Eid> eid, Duration usableFor) {
		requireNoTransaction();
		return this.profile.order(new ProfileOrder(order, line, profileType, eid, usableFor));
	}

	/**
	 * Tells what a person found at the SM-DP+ about an order whose outcome nobody knew.
	 * Without effect on any other order.
	 * @param order the order
	 * @param found the profile that it took, or empty if it never arrived: it can then be
	 * ordered again
	 * @return done, or what the order waits for instead
	 */
	public Step settle(OrderId order, Optional<Iccid> found) {
		requireNoTransaction();
		return known(order) ? this.profile.settle(order, found) : Faults.NO_SUCH_ORDER;
	}

	/**
	 * Links the ordered profile's ICCID to the line in the network; the old SIM keeps its
	 * state until {@link #endOldSim}.
	 * @param order an ordered profile
	 * @return how it ended
	 */
	public Step attach(OrderId order) {
		requireNoTransaction();
		return this.book.find(order).map(this.network::attach).orElse(Faults.NO_SUCH_ORDER);
	}

	/**
	 * Confirms and releases the profile (ES2+ ConfirmOrder with release flag), after
	 * which there is a {@link Download}.
	 *
	 * <p>
	 * The call names the ICCID and is repeated after an unknown outcome. If the server
	 * then says that it was confirmed already, ReleaseProfile proves it and the code is
	 * known, provided that the MatchingID is ours
	 * ({@code resim.provisioning.es2plus.send-matching-id}); if the server made it, it is
	 * lost: {@code NeedsPerson("es2plus.code-lost")}. A server that answers another
	 * MatchingID or EID than it was sent, or parts that make no activation code, holds
	 * the order: nobody gets the code.
	 * @param order an attached profile
	 * @return how it ended
	 */
	public Step release(OrderId order) {
		requireNoTransaction();
		return known(order) ? this.profile.release(order) : Faults.NO_SUCH_ORDER;
	}

	/**
	 * Takes the order back (ES2+ CancelOrder) and unlinks its ICCID. A profile that was
	 * already downloaded cannot be taken back: the answer is then done as far as the
	 * network goes. An order that was never confirmed is done even if the SM-DP+ does not
	 * consent or its ICCID is not known, because nobody can download it; at worst one
	 * reserved profile is lost. Once {@link #endOldSim} has begun nothing can be
	 * cancelled: the line would be left without a SIM.
	 *
	 * <p>
	 * An order that nobody has placed yet is done at once, and can never be placed
	 * afterwards: whoever is about to place it comes too late.
	 * @param order any order
	 * @param line whose SIM it replaces, or would
	 * @return how it ended
	 */
	public Step cancel(OrderId order, Msisdn line) {
		requireNoTransaction();
		return this.book.bar(order, line) ? Faults.DONE : this.cancellation.cancel(order);
	}

	/**
	 * Ends the SIM that the line had before, for good. A stopped line stays stopped.
	 * @param order the order whose profile is installed
	 * @return how it ended
	 */
	public Step endOldSim(OrderId order) {
		requireNoTransaction();
		return known(order) ? this.network.endOldSim(order) : Faults.NO_SUCH_ORDER;
	}

	/**
	 * The code to install with. Secret: whoever installs it has the line.
	 * @param order the order
	 * @return the download once it is released, else empty; empty again once it is taken
	 * back
	 */
	public Optional<Download> download(OrderId order) {
		return this.book.find(order)
			.filter(found -> found.state.isOut() && found.secrets != null)
			.map(Provisioning::download);
	}

	private static Download download(ProfileOrder order) {
		Secrets secrets = Objects.requireNonNull(order.secrets);
		return new Download(secrets.activationCode().orElseThrow().qrText(), secrets.smdpAddress(),
				secrets.matchingId(), secrets.confirmationCodeIfAny(), order.eid.filter(eid -> order.bound),
				Objects.requireNonNull(order.usableUntil), state(order.state));
	}

	private static Download.State state(ProfileOrder.State state) {
		return switch (state) {
			case DOWNLOADED -> Download.State.DOWNLOADED;
			case FAILED -> Download.State.FAILED;
			case INSTALLED -> Download.State.INSTALLED;
			case RELEASED, ORDERING, ORDERED, ATTACHED, PROVING, HELD, CANCELLING, CANCELLED -> Download.State.WAITING;
		};
	}

	/**
	 * Whether a phone has ever loaded the profile, whatever became of it there. A report
	 * of the SM-DP+ may be lost: then nobody knows.
	 * @param order the order
	 * @return true if it was reported
	 */
	public boolean wasDownloaded(OrderId order) {
		return this.book.isLoaded(order);
	}

	/**
	 * An order for this line that was released and never downloaded, still within its
	 * time.
	 * @param line the line
	 * @return the order, the newest if there are several, or empty
	 */
	public Optional<OrderId> unusedOrder(Msisdn line) {
		return this.book.unused(line);
	}

	/**
	 * What is kept about an order, without the code.
	 * @param order the order
	 * @return its profile and what the SM-DP+ reported; nothing for an unknown order
	 */
	public Particulars particulars(OrderId order) {
		return this.book.find(order)
			.map(found -> new Particulars().say("state", found.state)
				.say("iccid", Optional.ofNullable(found.iccid).map(Iccid::iccid))
				.say("eid", found.eid.map(Eid::eid))
				.say("usableUntil", Optional.ofNullable(found.usableUntil))
				.say("reports", this.book.reports(order)))
			.orElseGet(Particulars::new);
	}

	/**
	 * What outer systems were asked for an order.
	 * @param order the order
	 * @return the last calls, the newest first; without any number or code
	 */
	public List<OutsideCall> calls(OrderId order) {
		return this.book.calls(order);
	}

	/**
	 * Erases the code and the phone's EID of an order that is over; of another one
	 * nothing. A repeat changes nothing.
	 * @param order the order
	 */
	public void erase(OrderId order) {
		this.book.blank(order);
	}

	/**
	 * The line in the network.
	 * @param line the number
	 * @return its state, or empty if the network knows no such line or does not answer
	 * now
	 */
	public Optional<LineState> line(Msisdn line) {
		requireNoTransaction();
		return this.network.line(line).map(found -> new LineState(found.stopped(), found.since(), found.attached()));
	}

	/**
	 * Stops a line at once: no calls, no messages, no data.
	 * @param line the number
	 * @return how it ended
	 */
	public Step stop(Msisdn line) {
		requireNoTransaction();
		return this.network.stop(line);
	}

	/**
	 * Starts a stopped line again, on the SIMs that it has now: end a lost one first.
	 * @param line the number
	 * @return how it ended
	 */
	public Step start(Msisdn line) {
		requireNoTransaction();
		return this.network.start(line);
	}

	private boolean known(OrderId order) {
		return this.book.find(order).isPresent();
	}

	private static void requireNoTransaction() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Outer systems are not called inside a transaction");
		}
	}

	/**
	 * A line in the network.
	 *
	 * @param stopped whether it is stopped
	 * @param since since when it is in this state, where known
	 * @param simInUse whether its SIM is registered with the network at this moment;
	 * empty where the network does not say
	 */
	public record LineState(boolean stopped, Optional<Instant> since, Optional<Boolean> simInUse) {
	}

}
