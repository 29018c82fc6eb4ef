package app.resim.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import app.resim.account.SignIn;
import app.resim.catalogue.Reason;
import app.resim.identity.Forgetting;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.privacy.ErasureAnswer;
import app.resim.privacy.Export;
import app.resim.privacy.ExportAnswer;
import app.resim.privacy.Holds;
import app.resim.privacy.Privacy;
import app.resim.provisioning.simulated.SimulatedSmDp;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long things are kept, and what a customer can have of them or against them.
 */
class RightsOfACustomerTest extends WithReviewers {

	private static final Actor HUGO = Actor.staff("hugo");

	@Autowired
	private Privacy privacy;

	@Autowired
	private Holds holds;

	@Autowired
	private Forgetting forgetting;

	@Autowired
	@Qualifier("forgetDuePictures")
	private RecurringTask<Void> forgetDuePictures;

	@Autowired
	private SignIn signIn;

	@Autowired
	private CaughtMessages messages;

	@Autowired
	private Fulfilment fulfilment;

	@Autowired
	private SimulatedSmDp smdp;

	@Test
	void picturesOfAnAbandonedDraftGoAWeekAfterItWasLastSaved() {
		RequestReference draft = this.requests.start(SAM, LINE).orElseThrow().reference();
		upload(draft, Side.FRONT, SpecimenPictures.idCard());
		this.clock.move(Duration.ofDays(5));
		upload(draft, Side.PORTRAIT, SpecimenPictures.portrait());
		this.clock.move(Duration.ofDays(7).minusSeconds(1));
		assertThat(forgotten().pictures()).as("saved since").isZero();

		this.clock.move(Duration.ofSeconds(1));

		assertThat(forgotten()).isEqualTo(new Forgetting.Run(this.clock.instant(), 2, 0, 0, 0));
		assertThat(seen(draft).pictures()).isEmpty();
		assertThat(seen(draft).phase()).as("what was typed stays").isEqualTo(Phase.DRAFT);
	}

	@Test
	void aNumberThatWasTypedIntoADraftGoesAsWell() {
		RequestReference draft = this.requests.start(SAM, LINE).orElseThrow().reference();
		this.requests.chooseDocument(draft, SAM, DocumentKind.HKID);
		this.requests.noteNumber(draft, SAM, DocumentKind.HKID, "A123456(3)");
		this.clock.move(Duration.ofDays(7));

		assertThat(forgotten().numbers()).isOne();
		assertThat(this.requests.typedNumber(draft, SAM, DocumentKind.HKID)).isEmpty();
	}

	@Test
	void whatWasSentIsKeptUntilAMonthAfterTheDecision() {
		RequestReference reference = sent(Reason.LOST);
		this.clock.move(Duration.ofDays(100));
		assertThat(forgotten().pictures()).as("it waits for a person").isZero();

		declined(reference);
		this.clock.move(Duration.ofDays(30).minusSeconds(1));
		assertThat(forgotten().pictures()).isZero();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(forgotten()).isEqualTo(new Forgetting.Run(this.clock.instant(), 2, 1, 0, 0));
	}

	@Test
	void aLegalHoldKeepsWhatIsDueAndTheReportSaysSo() {
		declined(sent(Reason.LOST));
		assertThat(this.holds.place(SAM, "Court order", "hugo")).isEqualTo(Holds.Answer.DONE);
		this.clock.move(Duration.ofDays(31));

		assertThat(forgotten()).isEqualTo(new Forgetting.Run(this.clock.instant(), 0, 0, 1, 0));
		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.HELD);
		this.holds.lift(SAM, "hugo");
		assertThat(forgotten().pictures()).isEqualTo(2);
	}

	@Test
	void anExportHoldsEverythingThatTheCustomerMayKnow() {
		code();
		RequestReference reference = needingTwo();
		claimed(reference, "kay");
		this.reviews.approve(reference, "kay", "Nose compared with the records");
		claimed(reference, "hugo");
		this.reviews.decline(reference, "hugo", DeclineReason.DOCUMENT_DIFFERS, "Bring the new card");
		long before = viewed();

		Map<String, byte[]> files = export();

		JsonNode words = words(files);
		JsonNode request = words.path("requests").path(0);
		assertThat(words.path("format").asString()).isEqualTo("resim-personal-data");
		assertThat(words.path("customer").asString()).isEqualTo("demo-1001");
		assertThat(request.path("reference").asString()).isEqualTo(reference.reference());
		assertThat(request.path("line").asString()).isEqualTo(LINE.e164());
		assertThat(request.path("reason").asString()).isEqualTo("LOST");
		assertThat(request.path("device").path("name").asString()).isEqualTo("iPhone 15");
		assertThat(request.path("typedDocumentNumber").asString()).isEqualTo("A1234563");
		assertThat(request.path("decision").path("declinedBecause").asString()).isEqualTo("DOCUMENT_DIFFERS");
		assertThat(request.path("decision").path("wordsToYou").asString()).isEqualTo("Bring the new card");
		assertThat(request.path("pictures").size()).isEqualTo(2);
		assertThat(words.path("signIns").path(0).path("codes").asInt()).isOne();
		assertThat(words.path("audit").size()).isGreaterThan(5);
		assertThat(files.keySet()).containsExactlyInAnyOrder(Export.WORDS, "pictures/" + reference + "-front.jpg",
				"pictures/" + reference + "-portrait.jpg");
		assertThat(files.get("pictures/" + reference + "-front.jpg")).startsWith(0xFF, 0xD8);
		assertThat(viewed() - before).as("each picture is an audited view").isEqualTo(2);
		assertThat(text(files)).doesNotContainIgnoringCase("kay")
			.doesNotContainIgnoringCase("hugo")
			.doesNotContain("Nose compared", "REPLACED_LATELY", "LPA:1");
	}

	@Test
	void anExportOfAnInstalledEsimTellsTheDateOfTheSimChangeAndNoCode() {
		RequestReference reference = installed();

		JsonNode request = words(export()).path("requests").path(0);

		assertThat(request.path("state").asString()).isEqualTo("DONE");
		assertThat(request.path("simChangedAt").asString()).isEqualTo(this.clock.instant().toString());
		assertThat(request.path("profile").path("state").asString()).isEqualTo("INSTALLED");
		assertThat(request.path("profile").path("iccid").asString()).hasSizeGreaterThan(18);
		assertThat(words(export()).toString()).doesNotContain("LPA:1", "matching");
		assertThat(reference.reference()).isEqualTo(request.path("reference").asString());
	}

	@Test
	void nothingOfOtherPeopleIsInAnExport() {
		declined(sent(Reason.LOST));

		assertThat(this.privacy.export(new SubscriberId("demo-1005"), HUGO)).isEqualTo(new ExportAnswer.NothingKept());
	}

	@Test
	void anErasureIsRefusedWhileARequestIsOpen() {
		RequestReference reference = sent(Reason.LOST);

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.OPEN_REQUEST);
		assertThat(seen(reference).pictures()).hasSize(2);
	}

	@Test
	void anErasureTakesPicturesTextDevicesMessagesAndCodesAndLeavesWhatMustStay() {
		RequestReference reference = installed();
		code();
		RequestReference refused = sent(Reason.LOST);
		claimed(refused, "kay");
		this.reviews.decline(refused, "kay", DeclineReason.DOCUMENT_DIFFERS, "Bring the new card");
		Awaitility.await().until(() -> !this.messages.newest(100).isEmpty());

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.ERASED);

		assertThat(count("identity_picture WHERE sealed_key IS NOT NULL")).isZero();
		assertThat(count("identity_picture WHERE removed_at IS NOT NULL")).as("that there were pictures stays")
			.isEqualTo(4);
		assertThat(count("identity_vault")).isZero();
		assertThat(count("identity_number")).isZero();
		assertThat(count("replacement_request WHERE device_label IS NOT NULL OR eid IS NOT NULL "
				+ "OR customer_note IS NOT NULL OR review_note IS NOT NULL"))
			.isZero();
		assertThat(count("profile_order WHERE state = 'INSTALLED' AND (secrets IS NOT NULL OR eid IS NOT NULL)"))
			.isZero();
		assertThat(count("sign_in_challenge WHERE subscriber = 'demo-1001'")).isZero();
		assertThat(this.messages.newest(100)).noneMatch(message -> message.to().contains("sam.demo"));
		assertThat(count("sim_change")).as("banks ask for it").isOne();
		assertThat(seen(reference).phase()).isEqualTo(Phase.DONE);
		assertThat(seen(refused).phase()).isEqualTo(Phase.DECLINED);
		assertThat(words(export()).path("requests").size()).isEqualTo(2);
	}

	@Test
	void aDraftEndsWithTheErasureAndTwiceIsAsOnce() {
		RequestReference draft = this.requests.start(SAM, LINE).orElseThrow().reference();
		upload(draft, Side.FRONT, SpecimenPictures.idCard());

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.ERASED);
		long removed = count("audit_entry WHERE deed = 'document.removed'");
		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.ERASED);

		assertThat(seen(draft).phase()).isEqualTo(Phase.EXPIRED);
		assertThat(count("audit_entry WHERE deed = 'document.removed'")).isEqualTo(removed);
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isNotEqualTo(draft);
	}

	private void declined(RequestReference reference) {
		claimed(reference, "kay");
		this.reviews.decline(reference, "kay", DeclineReason.DOCUMENT_DIFFERS, null);
		Awaitility.await()
			.until(() -> count("identity_folder WHERE folder = 'request:" + row(reference).id().id()
					+ "' AND release_after IS NOT NULL") == 1);
	}

	private RequestReference installed() {
		RequestReference reference = sent(Reason.DAMAGED);
		Legs.told(this.rows, reference);
		this.fulfilment.run(row(reference).id());
		Legs.install(this.smdp);
		Awaitility.await().until(() -> row(reference).status() == RequestStatus.INSTALLED);
		this.fulfilment.run(row(reference).id());
		assertThat(row(reference).status()).isEqualTo(RequestStatus.DONE);
		return reference;
	}

	private void code() {
		this.clock.move(Duration.ofHours(25));
		this.database.sql("DELETE FROM sign_in_challenge").update();
		this.signIn.begin("sam.demo@example.com", "HK", Locale.ENGLISH);
	}

	private Forgetting.Run forgotten() {
		this.forgetDuePictures
			.executeRecurringly(new TaskInstance<>("identity.forget-pictures", RecurringTask.INSTANCE), null);
		return this.forgetting.latest(1).getFirst();
	}

	private Map<String, byte[]> export() {
		return switch (this.privacy.export(SAM, HUGO)) {
			case ExportAnswer.Ready(Export export) -> unpacked(export);
			case ExportAnswer.NothingKept _, ExportAnswer.OwnAccount _ -> throw new AssertionError("No export");
		};
	}

	private static Map<String, byte[]> unpacked(Export export) {
		var packed = new ByteArrayOutputStream();
		var files = new LinkedHashMap<String, byte[]>();
		try {
			export.writeTo(packed);
			var zip = new ZipInputStream(new ByteArrayInputStream(packed.toByteArray()));
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	private static String text(Map<String, byte[]> files) {
		return new String(files.getOrDefault(Export.WORDS, new byte[0]), StandardCharsets.UTF_8);
	}

	private static JsonNode words(Map<String, byte[]> files) {
		return JsonMapper.shared().readTree(text(files));
	}

	private long viewed() {
		return count("audit_entry WHERE deed = 'document.viewed'");
	}

	private long count(String rows) {
		return this.database.sql("SELECT COUNT(*) FROM " + rows).query(Long.class).single();
	}

}
