package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import app.resim.MovingClock;
import app.resim.WholeResim;
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
import app.resim.protection.Protection;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that waits for reviewers.
 */
@WholeResim
abstract class WithReviewers {

	static final SubscriberId SAM = new SubscriberId("demo-1001");

	static final Msisdn LINE = new Msisdn("+85255500142");

	private static final Eid EID = new Eid("89049032123451234512345678901235");

	@Autowired
	Requests requests;

	@Autowired
	Reviews reviews;

	@Autowired
	RequestRows rows;

	@Autowired
	RequestSweep sweep;

	@Autowired
	Devices devices;

	@Autowired
	Protection protection;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	@BeforeEach
	void noRequests() {
		Leftovers.remove(this.database);
	}

	Proof proof() {
		return Proof.of(SAM, Proven.mailCode(now()));
	}

	RequestReference sent(Reason reason) {
		RequestReference reference = begun();
		this.requests.chooseDocument(reference, SAM, DocumentKind.HKID);
		this.requests.noteNumber(reference, SAM, DocumentKind.HKID, "A123456(3)");
		upload(reference, Side.FRONT, SpecimenPictures.idCard());
		upload(reference, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(reference, SAM, reason, false);
		assertThat(this.requests.submit(reference, proof())).isInstanceOf(SubmitAnswer.Sent.class);
		return reference;
	}

	/** A draft for a phone that fits. */
	RequestReference begun() {
		RequestReference reference = this.requests.start(SAM, LINE).orElseThrow().reference();
		this.requests.answerDevice(reference, SAM, this.devices.check(new DeviceQuestion.WithEid(EID)), "iPhone 15",
				DeviceFacts.Source.EID, java.util.Optional.of(EID));
		return reference;
	}

	/** Lost, and replaced lately: the brand's rule wants two people. */
	RequestReference needingTwo() {
		this.protection.recordChange(LINE, now().minus(Duration.ofDays(3)), "RS-0000-0001");
		return sent(Reason.LOST);
	}

	void upload(RequestReference reference, Side side, byte[] picture) {
		assertThat(PicturesOfARequest.add(this.requests, reference, SAM, side, picture))
			.isInstanceOf(Acceptance.Accepted.class);
	}

	void claimed(RequestReference reference, String staff) {
		assertThat(this.reviews.claim(reference, staff)).isTrue();
	}

	RequestView seen(RequestReference reference) {
		return this.requests.find(reference, SAM).orElseThrow();
	}

	Request row(RequestReference reference) {
		return this.rows.findByReference(reference.reference()).orElseThrow();
	}

	List<String> votes(RequestReference reference) {
		return this.database.sql("SELECT reviewer FROM review_vote WHERE request = ? ORDER BY seat")
			.param(row(reference).id().id())
			.query(String.class)
			.list();
	}

	long audited(RequestReference reference, String deed) {
		return this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = ? AND subject = ?")
			.param(deed)
			.param(reference.reference())
			.query(Long.class)
			.single();
	}

	Instant now() {
		return this.clock.instant();
	}

	static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
		var gate = new CountDownLatch(1);
		try (var pool = Executors.newFixedThreadPool(deeds.size())) {
			List<Future<T>> running = new ArrayList<>();
			for (Callable<T> deed : deeds) {
				running.add(pool.submit(() -> {
					gate.await();
					return deed.call();
				}));
			}
			gate.countDown();
			List<T> done = new ArrayList<>();
			for (Future<T> future : running) {
				done.add(future.get());
			}
			return done;
		}
	}

}
