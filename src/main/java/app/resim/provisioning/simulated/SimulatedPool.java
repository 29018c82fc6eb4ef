package app.resim.provisioning.simulated;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import app.resim.provisioning.port.IccidSupply;

/**
 * A pool that never runs dry: the simulated SM-DP+ knows every ICCID of its own issuer.
 */
final class SimulatedPool implements IccidSupply {

	private static final int BATCH = 50;

	private final RandomGenerator chance;

	SimulatedPool(RandomGenerator chance) {
		this.chance = chance;
	}

	@Override
	public List<Stocked> deliver() {
		return Stream.generate(() -> new Stocked(Iccids.draw(this.chance), Optional.empty())).limit(BATCH).toList();
	}

}
