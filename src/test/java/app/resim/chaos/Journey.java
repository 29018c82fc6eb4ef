package app.resim.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.identity.Acceptance;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.provisioning.Provisioning;
import app.resim.request.DeviceFacts;
import app.resim.request.EsimAnswer;
import app.resim.request.Phase;
import app.resim.request.PicturesOfARequest;
import app.resim.request.Question;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.request.Reviews;
import app.resim.request.SubmitAnswer;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One customer's way: answers, waits, looks at the code, installs it or takes the request
 * back. Speaks with the product's own services in the driver; all that follows is done by
 * the nodes.
 */
final class Journey {

	private static final Eid EID = new Eid("89049032123451234512345678901235");

	private static final byte[] CARD = SpecimenPictures.idCard();

	private static final byte[] PORTRAIT = SpecimenPictures.portrait();

	private static final String REPORT = """
			{"iccid":"%sF","timestamp":"%s","notificationPointId":%d,"notificationPointStatus":{"status":"Executed-Success"}}""";

	private final Stage stage;

	private final Customer customer;

	/** Of this journey alone, so that a seed means the same however threads run. */
	private final Random chance;

	private final Requests requests;

	private final JdbcClient database;

	private final RequestReference reference;

	private volatile String code = "";

	volatile boolean withdrawn;

	volatile boolean shown;

	volatile boolean shownUnattached;

	volatile boolean ended;

	Journey(Stage stage, Customer customer, long seed) {
		this.stage = stage;
		this.customer = customer;
		this.chance = new Random(seed + customer.number());
		this.requests = stage.portal.getBean(Requests.class);
		this.database = stage.database;
		RequestView begun = this.requests.start(customer.id(), customer.line()).orElseThrow();
		this.reference = begun.reference();
		if (begun.next() == Question.PERSON) {
			this.requests.answerPerson(this.reference, customer.id(), Optional.empty(), Optional.empty());
		}
	}

	String line() {
		return this.customer.line().e164();
	}

	String reference() {
		return this.reference.reference();
	}

	/** Answers every question. */
	Journey answer() {
		Devices devices = this.stage.portal.getBean(Devices.class);
		this.requests.answerDevice(this.reference, this.customer.id(), devices.check(new DeviceQuestion.WithEid(EID)),
				"iPhone 15", DeviceFacts.Source.EID, Optional.of(EID));
		this.requests.chooseDocument(this.reference, this.customer.id(), DocumentKind.HKID);
		this.requests.noteNumber(this.reference, this.customer.id(), DocumentKind.HKID, this.customer.identityCard());
		// on a busy machine a worker for pictures may be late
		await(() -> isTaken(Side.FRONT, CARD));
		await(() -> isTaken(Side.PORTRAIT, PORTRAIT));
		this.requests.answerReason(this.reference, this.customer.id(), this.customer.reason(), false);
		// the network meets the line, and a node stops it where the old SIM is in strange
		// hands
		this.stage.portal.getBean(Provisioning.class).line(this.customer.line());
		await(() -> stopped() == this.customer.reason().stopsTheLine());
		return this;
	}

	private boolean isTaken(Side side, byte[] picture) {
		return !(PicturesOfARequest.add(this.requests, this.reference, this.customer.id(), side,
				picture) instanceof Acceptance.Refused);
	}

	private boolean stopped() {
		return this.database.sql("SELECT stopped FROM simulated_line WHERE line = :line")
			.param("line", line())
			.query(Boolean.class)
			.single();
	}

	void send() {
		Proof proof = Proof.of(this.customer.id(), Proven.mailCode(Instant.now()));
		if (!(this.requests.submit(this.reference, proof) instanceof SubmitAnswer.Sent)) {
			throw new IllegalStateException("The request was not taken");
		}
		Reviews reviews = this.stage.portal.getBean(Reviews.class);
		for (String reviewer : List.of("kay", "hugo")) {
			if (phase() == Phase.CHECKING && reviews.claim(this.reference, reviewer)) {
				reviews.approve(this.reference, reviewer, "");
			}
		}
	}

	/** Waits for the code and looks at it. */
	void awaitCode(boolean byMail) {
		await(() -> phase() == Phase.READY && (!byMail || told()));
		var answer = this.requests.showEsim(this.reference, this.customer.id(), Instant.now());
		if (answer instanceof EsimAnswer.Shown seen) {
			this.shown = true;
			this.shownUnattached = !attached();
			this.code = seen.activationCode();
		}
	}

	/**
	 * A phone installs the profile, and the SM-DP+ tells of it until somebody listens.
	 */
	void install() {
		await(() -> this.stage.install(this.code));
		reports().forEach(this::tell);
		await(() -> "DONE".equals(status()));
		this.ended = true;
	}

	/** In their order, or another; some twice, some late. */
	private List<Integer> reports() {
		List<Integer> points = new ArrayList<>(List.of(1, 3, 4));
		if (this.chance.nextInt(3) == 0) {
			points.add(points.get(this.chance.nextInt(3)));
		}
		if (this.chance.nextInt(3) == 0) {
			Collections.shuffle(points, this.chance);
		}
		return points;
	}

	private void tell(int point) {
		if (this.chance.nextInt(4) == 0) {
			pause(this.chance.nextInt(1000));
		}
		String body = REPORT.formatted(iccid(), Instant.now(), point);
		int node = this.chance.nextInt(2);
		for (int tries = 0; !this.stage.report((node + tries) % 2, body); tries++) {
			pause(500);
		}
	}

	void withdraw() {
		this.withdrawn = this.requests.withdraw(this.reference, this.customer.id());
		await(() -> this.database.sql("SELECT undone FROM replacement_request WHERE reference = :reference")
			.param("reference", reference())
			.query(Boolean.class)
			.single());
		this.ended = true;
	}

	private String iccid() {
		return this.database.sql("""
				SELECT o.iccid FROM profile_order o JOIN replacement_request r ON r.order_id = o.id
				WHERE r.reference = :reference""").param("reference", reference()).query(String.class).single();
	}

	private boolean attached() {
		return this.database.sql("SELECT COUNT(*) FROM simulated_line WHERE line = :line AND :iccid IN (sim, next_sim)")
			.param("line", line())
			.param("iccid", iccid())
			.query(Integer.class)
			.single() == 1;
	}

	private boolean told() {
		return this.database.sql(
				"SELECT COUNT(*) FROM notice WHERE reference = :reference AND kind = 'READY' AND settled_at IS NOT NULL")
			.param("reference", reference())
			.query(Integer.class)
			.single() > 0;
	}

	String status() {
		return this.database.sql("SELECT status FROM replacement_request WHERE reference = :reference")
			.param("reference", reference())
			.query(String.class)
			.optional()
			.orElse("LOST");
	}

	private Phase phase() {
		return this.requests.find(this.reference, this.customer.id()).orElseThrow().phase();
	}

	/** For as long as the bench runs: who waits too long is interrupted, and counted. */
	private void await(BooleanSupplier what) {
		while (!what.getAsBoolean()) {
			pause(100);
		}
	}

	private static void pause(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Waited too long", ex);
		}
	}

}
