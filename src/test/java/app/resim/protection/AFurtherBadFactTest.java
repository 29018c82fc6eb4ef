package app.resim.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.protection.Assessment.Clear;
import app.resim.protection.Assessment.HoldUntil;
import app.resim.protection.Assessment.NeedsPeople;
import app.resim.protection.Assessment.Refuse;
import app.resim.protection.Assessment.StepUp;
import app.resim.protection.Background.Browser;
import app.resim.protection.Background.Lock;
import app.resim.protection.Background.OldSim;
import app.resim.protection.Background.SignIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is known already and whatever the brand's weights are: one bad fact more never
 * makes the answer milder.
 */
class AFurtherBadFactTest {

	private static final int ROUNDS = 2_000;

	private static final List<SignIn> WEAKER = List.of(SignIn.PASSKEY, SignIn.TWO_FACTORS, SignIn.MAILED_AND_SAVED_CODE,
			SignIn.UNKNOWN, SignIn.MAILED_CODE);

	private static final List<Browser> STRANGER = List.of(Browser.SEEN_BEFORE, Browser.UNKNOWN, Browser.NEW);

	private static final List<OldSim> BUSIER = List.of(OldSim.DETACHED, OldSim.UNKNOWN, OldSim.ATTACHED);

	private static final List<Lock> TIGHTER = List.of(Lock.OPEN, Lock.UNKNOWN, Lock.LOCKED);

	/** Each makes one thing worse, or leaves it where it cannot be worse. */
	private static final List<BiConsumer<Swap, RandomGenerator>> WORSE = List.of(
			(swap, chance) -> swap.reason = swap.brand.automatic().covers(swap.reason) ? Reason.LOST : swap.reason,
			(swap, chance) -> swap.deviceFits = false, (swap, chance) -> swap.pictureDoubtful = true,
			(swap, chance) -> swap.documentContradicts = true,
			(swap, chance) -> swap.askedSince = later(swap.askedSince.or(() -> Optional.of(Swap.NOW)), chance),
			(swap, chance) -> swap.customerSince = later(swap.customerSince, chance),
			(swap, chance) -> swap.contactSince = later(swap.contactSince, chance),
			(swap, chance) -> swap.browser = next(STRANGER, swap.browser),
			(swap, chance) -> swap.failedSignIns = more(swap.failedSignIns),
			(swap, chance) -> swap.forLine = more(swap.forLine),
			(swap, chance) -> swap.ofAccount = more(swap.ofAccount),
			(swap, chance) -> swap.withDocument = more(swap.withDocument),
			(swap, chance) -> swap.fromNetwork = more(swap.fromNetwork),
			(swap, chance) -> swap.oldSim = next(BUSIER, swap.oldSim),
			(swap, chance) -> swap.signIn = next(WEAKER, swap.signIn),
			(swap, chance) -> swap.lock = next(TIGHTER, swap.lock), (swap, chance) -> swap.changes.add(aDay(chance)));

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void neverMakesTheAnswerMilder(long seed) {
		RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
		for (int round = 0; round < ROUNDS; round++) {
			var swap = new Swap();
			swap.weighedBy(weights(chance));
			for (int past = chance.nextInt(4); past > 0; past--) {
				swap.changes.add(aDay(chance));
			}
			Assessment before = swap.assessed();
			List<Integer> steps = new ArrayList<>();
			for (int i = 0; i < 12; i++) {
				int step = chance.nextInt(WORSE.size());
				steps.add(step);
				WORSE.get(step).accept(swap, chance);
				Assessment after = swap.assessed();
				assertThat(isMilder(after, before)).as("%s after %s, round %d, steps %s", after, before, round, steps)
					.isFalse();
				assertThat(after.grounds().points()).isGreaterThanOrEqualTo(before.grounds().points());
				before = after;
			}
		}
	}

	private static boolean isMilder(Assessment after, Assessment before) {
		return rank(after) < rank(before) || people(after) < people(before)
				|| (rank(after) == rank(before) && until(after).isBefore(until(before)));
	}

	private static int rank(Assessment assessment) {
		return switch (assessment) {
			case Clear clear -> 0;
			case StepUp stepUp -> 1;
			case NeedsPeople people -> 2;
			case HoldUntil hold -> 3;
			case Refuse refuse -> 4;
		};
	}

	private static int people(Assessment assessment) {
		return switch (assessment) {
			case Clear clear -> 0;
			case StepUp stepUp -> 0;
			case NeedsPeople needed -> needed.people();
			case HoldUntil hold -> hold.people();
			case Refuse refuse -> Integer.MAX_VALUE;
		};
	}

	private static Instant until(Assessment assessment) {
		return switch (assessment) {
			case HoldUntil hold -> hold.until();
			case Refuse refuse -> refuse.until().orElse(Instant.MAX);
			case Clear clear -> Instant.MIN;
			case StepUp stepUp -> Instant.MIN;
			case NeedsPeople people -> Instant.MIN;
		};
	}

	private static Brand.Protection weights(RandomGenerator chance) {
		int unknown = chance.nextInt(8);
		Map<String, Integer> points = new HashMap<>();
		for (Signal signal : Signal.values()) {
			points.put(signal.name(), unknown + chance.nextInt(60));
		}
		int[] thresholds = chance.ints(5, 1, 260).sorted().toArray();
		return new Brand.Protection(points, unknown, thresholds[0], thresholds[1], thresholds[2], thresholds[3],
				thresholds[4], Duration.ofHours(1 + chance.nextInt(48)), Duration.ofDays(chance.nextInt(60)),
				Duration.ofDays(chance.nextInt(30)), 1 + chance.nextInt(4), new Brand.PerDay(1 + chance.nextInt(4),
						1 + chance.nextInt(4), 1 + chance.nextInt(4), 1 + chance.nextInt(4)));
	}

	private static Optional<Instant> later(Optional<Instant> since, RandomGenerator chance) {
		if (since.isPresent() && chance.nextInt(4) == 0) {
			return Optional.of(Swap.NOW);
		}
		return since.map(start -> start.plus(Duration.between(start, Swap.NOW).dividedBy(2)));
	}

	/** As often within the month as before it. */
	private static Instant aDay(RandomGenerator chance) {
		return Swap.ago(chance.nextInt(chance.nextBoolean() ? 30 : 360)).orElseThrow();
	}

	private static OptionalInt more(OptionalInt counted) {
		return OptionalInt.of(counted.orElse(0) + 1);
	}

	private static <T> T next(List<T> order, T now) {
		return order.get(Math.min(order.indexOf(now) + 1, order.size() - 1));
	}

}
