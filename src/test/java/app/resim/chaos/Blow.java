package app.resim.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes wrong, and for how long.
 */
enum Blow {

	/** The node at work gets {@code SIGKILL}; it is started again a little later. */
	NODE_KILLED(3),

	/** The node at work is stopped, shorter than anybody takes it for dead. */
	NODE_FROZEN(6),

	/** The node at work is stopped long after it is taken for dead, and wakes again. */
	NODE_FROZEN_LONG(40),

	/** Both nodes get {@code SIGKILL}. */
	NODES_KILLED(1),

	/** The database ends every connection of both nodes. */
	DATABASE_CUT(0),

	/** The SM-DP+ gets {@code SIGKILL}. */
	SMDP_KILLED(5),

	/** The SM-DP+ is stopped for longer than anybody waits for an answer. */
	SMDP_FROZEN(20),

	/** The SM-DP+ closes its port. */
	SMDP_DOWN(8),

	/** The SM-DP+ does what it is told and breaks off. */
	SMDP_LOSES_ANSWERS(8),

	/** The SM-DP+ does nothing and answers HTTP 500. */
	SMDP_BROKEN(8),

	/** The SM-DP+ does what it is told when nobody waits for it any more. */
	SMDP_TOO_SLOW(20);

	private final int seconds;

	Blow(int seconds) {
		this.seconds = seconds;
	}

	int seconds() {
		return this.seconds;
	}

	boolean hitsTheSmDp() {
		return compareTo(SMDP_KILLED) >= 0;
	}

	/** The fault of the SM-DP+ that holds a journey which is to be hit so. */
	String held() {
		return switch (this) {
			case SMDP_LOSES_ANSWERS -> "lose-answer";
			case SMDP_BROKEN -> "broken";
			case SMDP_TOO_SLOW -> "slow=20";
			default -> "slow=3";
		};
	}

	/** Every blow at every boundary where it can be felt. */
	static List<Strike> grid() {
		return Arrays.stream(Boundary.values())
			.flatMap(at -> Stream.of(values())
				.filter(blow -> !blow.hitsTheSmDp() || at.isACall())
				.map(blow -> new Strike(at, blow)))
			.toList();
	}

	/** One blow at one boundary. */
	record Strike(Boundary at, Blow blow) {

		@Override
		public String toString() {
			return this.at + " × " + this.blow;
		}

	}

}
