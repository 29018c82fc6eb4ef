package app.resim.ui.backoffice;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.identity.Acceptance;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.request.DeviceFacts;
import app.resim.request.Leftovers;
import app.resim.request.PicturesOfARequest;
import app.resim.request.RequestReference;
import app.resim.request.Requests;
import app.resim.request.SubmitAnswer;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that customers have sent, for reviewers to work on.
 */
final class Cases {

	static final SubscriberId SAM = new SubscriberId("demo-1001");

	static final SubscriberId ANNA = new SubscriberId("demo-1002");

	static final SubscriberId WEI = new SubscriberId("demo-1003");

	private static final Map<SubscriberId, Msisdn> LINES = Map.of(SAM, new Msisdn("+85255500142"), ANNA,
			new Msisdn("+85255500176"), WEI, new Msisdn("+85255500108"), new SubscriberId("demo-1004"),
			new Msisdn("+85255500155"), new SubscriberId("demo-1006"), new Msisdn("+85255500114"));

	/** Everybody's own card, where one is on file. */
	private static final Map<SubscriberId, String> CARDS = Map.of(SAM, "A123456(3)", ANNA, "B234567(1)", WEI,
			"C668668(9)", new SubscriberId("demo-1004"), "G123456(A)", new SubscriberId("demo-1006"), "E456789(0)");

	private static final Eid EID = new Eid("89049032123451234512345678901235");

	private final Requests requests;

	private final Devices devices;

	private final JdbcClient database;

	private final Clock clock;

	Cases(Requests requests, Devices devices, JdbcClient database, Clock clock) {
		this.clock = clock;
		this.requests = requests;
		this.devices = devices;
		this.database = database;
	}

	/** No requests and nothing left of earlier ones. */
	void clear() {
		Leftovers.remove(this.database);
	}

	RequestReference sent(SubscriberId by, Reason reason) {
		return sent(by, LINES.get(by), reason);
	}

	RequestReference sent(SubscriberId by, Msisdn line, Reason reason) {
		RequestReference reference = this.requests.start(by, line).orElseThrow().reference();
		this.requests.answerDevice(reference, by, this.devices.check(new DeviceQuestion.WithEid(EID)), "iPhone 15",
				DeviceFacts.Source.EID, Optional.of(EID));
		this.requests.chooseDocument(reference, by, DocumentKind.HKID);
		this.requests.noteNumber(reference, by, DocumentKind.HKID, CARDS.get(by));
		upload(reference, by, Side.FRONT, SpecimenPictures.idCard());
		upload(reference, by, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(reference, by, reason, false);
		assertThat(this.requests.submit(reference, proof(by))).isInstanceOf(SubmitAnswer.Sent.class);
		return reference;
	}

	private void upload(RequestReference reference, SubscriberId by, Side side, byte[] picture) {
		assertThat(PicturesOfARequest.add(this.requests, reference, by, side, picture))
			.isInstanceOf(Acceptance.Accepted.class);
	}

	private Proof proof(SubscriberId by) {
		return Proof.of(by, Proven.mailCode(this.clock.instant()));
	}

	/** As a step with an outer system leaves it that will never succeed by itself. */
	void stall(RequestReference reference, String fault) {
		this.database.sql(
				"UPDATE replacement_request SET status = 'STALLED', desk = 'OPEN', due_at = saved_at, fault = ?, version = version + 1 "
						+ "WHERE reference = ?")
			.params(fault, reference.reference())
			.update();
	}

	long audited(String deed) {
		return this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = ?")
			.param(deed)
			.query(Long.class)
			.single();
	}

}
