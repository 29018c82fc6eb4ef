package app.resim.request.fulfilment;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import app.resim.provisioning.Step;

/**
 * Steps one after the other, up to the first that is not done.
 */
final class Leg {

	private Leg() {
	}

	static Outcome run(BooleanSupplier stillWanted, List<Supplier<Step>> steps, Supplier<Outcome> end) {
		for (Supplier<Step> step : steps) {
			if (!stillWanted.getAsBoolean()) {
				return new Outcome.NotWanted();
			}
			switch (step.get()) {
				case Step.Done done -> {
					continue;
				}
				case Step.Later later -> {
					return new Outcome.Later(later.fault());
				}
				case Step.NeedsPerson person -> {
					return new Outcome.NeedsPerson(person.fault());
				}
			}
		}
		return end.get();
	}

}
