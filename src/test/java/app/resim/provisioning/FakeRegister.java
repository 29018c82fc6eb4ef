package app.resim.provisioning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.FakeProfileServer.Fate;
import app.resim.provisioning.FakeProfileServer.Killed;
import app.resim.provisioning.port.LineRegister;

/**
 * A network in memory that can be told how its next changes end.
 */
public final class FakeRegister implements LineRegister {

	final Map<Msisdn, SequencedSet<Iccid>> sims = new HashMap<>();

	final Map<Msisdn, Boolean> stopped = new HashMap<>();

	final Deque<Fate> fates = new ArrayDeque<>();

	boolean reachable = true;

	/** Makes a line known. */
	public void add(Msisdn line, Iccid sim) {
		this.sims.computeIfAbsent(line, key -> new LinkedHashSet<>()).add(sim);
	}

	@Override
	public Duration longestCall() {
		return Duration.ofSeconds(10);
	}

	@Override
	public synchronized Optional<RegisteredLine> state(Msisdn line) {
		if (!this.reachable) {
			throw new RegisterUnreachable(new IllegalStateException());
		}
		return Optional.ofNullable(this.sims.get(line))
			.map(linked -> new RegisteredLine(linked.stream().findFirst(), this.stopped.getOrDefault(line, false),
					Optional.empty(), Optional.empty()));
	}

	@Override
	public Change stop(Msisdn line) {
		return change(line, () -> this.stopped.put(line, true));
	}

	@Override
	public Change start(Msisdn line) {
		return change(line, () -> this.stopped.put(line, false));
	}

	@Override
	public Change attach(Msisdn line, Iccid iccid) {
		return change(line, () -> this.sims.getOrDefault(line, new LinkedHashSet<>()).add(iccid));
	}

	@Override
	public Change endSim(Msisdn line, Iccid iccid) {
		return change(line, () -> this.sims.getOrDefault(line, new LinkedHashSet<>()).remove(iccid));
	}

	private synchronized Change change(Msisdn line, Runnable work) {
		if (!this.reachable) {
			return new Change.Later("unreachable");
		}
		if (!this.sims.containsKey(line)) {
			return new Change.Refused("no-such-line");
		}
		Fate fate = this.fates.isEmpty() ? Fate.NORMAL : this.fates.remove();
		switch (fate) {
			case NORMAL -> work.run();
			case ANSWER_LOST -> {
				work.run();
				return new Change.Later("timeout");
			}
			case BOOM_AFTER -> {
				work.run();
				throw new Killed();
			}
			case BOOM_BEFORE -> throw new Killed();
			case REQUEST_LOST, UNREACHABLE, EXPIRED -> {
				return new Change.Later("unreachable");
			}
		}
		return new Change.Done();
	}

}
