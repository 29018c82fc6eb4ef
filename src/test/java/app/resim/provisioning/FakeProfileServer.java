package app.resim.provisioning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;

/**
 * An SM-DP+ in memory, strict like the strictest, that can be told how its next calls
 * end.
 */
public final class FakeProfileServer implements ProfileServer {

	/** How a call ends. */
	enum Fate {

		/** As it should. */
		NORMAL,
		/** Done, and nobody hears of it. */
		ANSWER_LOST,
		/** Not done, and nobody hears of it. */
		REQUEST_LOST, UNREACHABLE, EXPIRED, BOOM_BEFORE, BOOM_AFTER

	}

	/** States of SGP.22, 3.1.6, as far as this server needs them. */
	public enum State {

		AVAILABLE, ORDERED, RELEASED, DOWNLOADED, UNAVAILABLE

	}

	/** A profile of this server. */
	static final class Profile {

		State state = State.AVAILABLE;

		Optional<Eid> eid = Optional.empty();

		String matchingId = "";

		String confirmationCode = "";

	}

	final Map<Iccid, Profile> profiles = new HashMap<>();

	final List<String> calls = new ArrayList<>();

	final Deque<Supplier<Outcome<?>>> refusals = new ArrayDeque<>();

	final Deque<Fate> fates = new ArrayDeque<>();

	boolean acceptsMatchingId = true;

	boolean echoes = true;

	/** Run while a call is under way. */
	Runnable meanwhile = () -> {
	};

	private long next = 8985200000000000L;

	/** The next calls end so, one after the other; those after them end well. */
	void next(Fate... next) {
		this.fates.addAll(List.of(next));
	}

	void refuseNext(String code) {
		this.refusals.add(() -> new Outcome.Refused<>(code, "no"));
	}

	Profile profile(Iccid iccid) {
		return this.profiles.computeIfAbsent(iccid, key -> new Profile());
	}

	long count(State... states) {
		return this.profiles.values().stream().filter(profile -> List.of(states).contains(profile.state)).count();
	}

	List<String> functions() {
		return this.calls.stream().map(call -> call.substring(0, call.indexOf(' '))).toList();
	}

	@Override
	public Duration longestCall() {
		return Duration.ofSeconds(10);
	}

	@Override
	public boolean acceptsMatchingId() {
		return this.acceptsMatchingId;
	}

	@Override
	public String defaultAddress() {
		return "rsp.example.com";
	}

	@Override
	public Outcome<Iccid> downloadOrder(String call, Order order) {
		return run("downloadOrder " + call, () -> {
			Iccid iccid = order.iccid().orElseGet(() -> new Iccid(String.valueOf(this.next++) + "000"));
			Profile profile = profile(iccid);
			if (profile.state != State.AVAILABLE) {
				return new Outcome.Refused<>("8.2.1-3.3", "in use");
			}
			profile.state = State.ORDERED;
			profile.eid = order.eid();
			return new Outcome.Done<>(iccid);
		});
	}

	@Override
	public Outcome<Confirmation> confirmOrder(String call, Confirm confirm) {
		return run("confirmOrder " + call, () -> {
			Profile profile = profile(confirm.iccid());
			if (profile.state != State.ORDERED) {
				return new Outcome.Refused<>("8.2.1-3.3", "confirmed already");
			}
			String wished = confirm.matchingId()
				.filter(id -> this.acceptsMatchingId)
				.orElse("SERVER-" + this.calls.size());
			boolean taken = this.profiles.values().stream().anyMatch(other -> other.matchingId.equals(wished));
			if (taken) {
				return new Outcome.Refused<>("8.2.6-3.3", "matching id in use");
			}
			profile.state = State.RELEASED;
			profile.matchingId = wished;
			profile.eid = confirm.eid();
			profile.confirmationCode = confirm.confirmationCode().orElse("");
			return new Outcome.Done<>(new Confirmation(wished, "rsp.example.com", confirm.eid(), this.echoes));
		});
	}

	@Override
	public Outcome<Nothing> cancelOrder(String call, Cancel cancel) {
		return run("cancelOrder " + call, () -> {
			Profile profile = profile(cancel.iccid());
			if (profile.state == State.DOWNLOADED) {
				return new Outcome.Refused<>("8.2.1-3.3", "downloaded");
			}
			if (profile.state != State.ORDERED && profile.state != State.RELEASED) {
				return new Outcome.Refused<>("8.2.1-3.5", "no order");
			}
			if (!profile.matchingId.equals(cancel.matchingId().orElse(""))) {
				return new Outcome.Refused<>("8.2.6-3.10", "other matching id");
			}
			if (!profile.eid.equals(cancel.eid())) {
				return new Outcome.Refused<>("8.2.1-3.10", "other eid");
			}
			profile.state = cancel.reusable() ? State.AVAILABLE : State.UNAVAILABLE;
			profile.matchingId = "";
			return new Outcome.Done<>(new Nothing());
		});
	}

	@Override
	public Outcome<Nothing> releaseProfile(String call, Iccid iccid) {
		return run("releaseProfile " + call, () -> (profile(iccid).state == State.RELEASED)
				? new Outcome.Done<>(new Nothing()) : new Outcome.Refused<>("8.2.1-3.5", "wrong transition"));
	}

	@SuppressWarnings("unchecked")
	private synchronized <T> Outcome<T> run(String call, Supplier<Outcome<T>> work) {
		this.calls.add(call);
		this.meanwhile.run();
		if (!this.refusals.isEmpty()) {
			return (Outcome<T>) this.refusals.remove().get();
		}
		Fate fate = this.fates.isEmpty() ? Fate.NORMAL : this.fates.remove();
		return switch (fate) {
			case NORMAL -> work.get();
			case UNREACHABLE -> new Outcome.Unreachable<>();
			case EXPIRED -> new Outcome.Expired<>();
			case REQUEST_LOST -> new Outcome.Unknown<>("timeout");
			case ANSWER_LOST -> {
				work.get();
				yield new Outcome.Unknown<>("reset");
			}
			case BOOM_BEFORE -> throw new Killed();
			case BOOM_AFTER -> {
				work.get();
				throw new Killed();
			}
		};
	}

	/** The process is gone. */
	static final class Killed extends Error {

		private static final long serialVersionUID = 1;

	}

}
