package app.resim.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.catalogue.Weights;
import app.resim.kernel.Msisdn;
import app.resim.protection.Background.Browser;
import app.resim.protection.Background.Earlier;
import app.resim.protection.Background.Lock;
import app.resim.protection.Background.OldSim;
import app.resim.protection.Background.SignIn;
import app.resim.protection.SwapFacts.Papers;

/**
 * A replacement against which nothing speaks, until a test says something.
 */
final class Swap {

	static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	Brand brand = Weights.demoBrand();

	/** Of the brand, once other weights are set. */
	Brand.Routes routes = this.brand.routes();

	Reason reason = Reason.DAMAGED;

	boolean deviceFits = true;

	boolean pictureDoubtful;

	boolean documentContradicts;

	Optional<Instant> askedSince = Optional.empty();

	Optional<Instant> customerSince = ago(1000);

	Optional<Instant> contactSince = ago(500);

	Browser browser = Browser.SEEN_BEFORE;

	OptionalInt failedSignIns = OptionalInt.of(0);

	OptionalInt forLine = OptionalInt.of(0);

	OptionalInt ofAccount = OptionalInt.of(0);

	OptionalInt withDocument = OptionalInt.of(0);

	OptionalInt fromNetwork = OptionalInt.of(0);

	OldSim oldSim = OldSim.DETACHED;

	SignIn signIn = SignIn.PASSKEY;

	Lock lock = Lock.OPEN;

	final List<Instant> changes = new ArrayList<>();

	static Optional<Instant> ago(int days) {
		return Optional.of(NOW.minus(Duration.ofDays(days)));
	}

	/** With the same rules and other weights. */
	void weighedBy(Brand.Protection weights) {
		this.brand = Weights.weighing(this.brand, weights, this.routes);
	}

	Assessment assessed() {
		return assessed(new Background(this.askedSince, this.customerSince, this.contactSince, this.browser,
				this.failedSignIns, new Earlier(this.forLine, this.ofAccount, this.withDocument, this.fromNetwork),
				this.oldSim, this.signIn, this.lock));
	}

	Assessment assessed(Background background) {
		var facts = new SwapFacts(Msisdn.read("+85261234567", "HK").orElseThrow(), this.brand, this.reason,
				this.deviceFits, new Papers(this.pictureDoubtful, this.documentContradicts), background, NOW);
		return Scale.weigh(new Rules(facts, this.changes.stream().sorted().toList()));
	}

}
