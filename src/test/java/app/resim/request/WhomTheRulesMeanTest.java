package app.resim.request;

import java.util.Optional;

import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.CountryRule.Condition;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Reason;
import app.resim.identity.Acceptance;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WhomTheRulesMeanTest extends WithReviewers {

	/** Of whom no birth date is on file. */
	private static final SubscriberId TOM = new SubscriberId("demo-1005");

	private static final Msisdn TOMS_LINE = new Msisdn("+85255500139");

	/** Born in 2013. */
	private static final SubscriberId CHILD = new SubscriberId("demo-2002");

	private static final Msisdn CHILDS_LINE = new Msisdn("+85255500213");

	/** With a Russian passport on file. */
	private static final SubscriberId CITIZEN = new SubscriberId("demo-2005");

	private static final Msisdn CITIZENS_LINE = new Msisdn("+70005550105");

	/** With a passport of another country on file. */
	private static final SubscriberId FOREIGNER = new SubscriberId("demo-2006");

	private static final Msisdn FOREIGNERS_LINE = new Msisdn("+70005550113");

	@Test
	void whoseFileSaysItIsNotAsked() {
		assertThat(started(SAM, LINE).questions()).doesNotContain(Question.PERSON);
		assertThat(started(CITIZEN, CITIZENS_LINE).questions()).doesNotContain(Question.PERSON);
	}

	@Test
	void whoIsNotKnownIsAskedFirst() {
		RequestView tom = started(TOM, TOMS_LINE);
		assertThat(tom.next()).isEqualTo(Question.PERSON);

		this.requests.answerPerson(tom.reference(), TOM, Optional.empty(), Optional.empty());
		RequestView answered = found(tom.reference(), TOM);
		assertThat(answered.next()).isEqualTo(Question.DEVICE);
		assertThat(answered.questions()).as("may be changed").startsWith(Question.PERSON);
		assertThat(answered.person().stopped()).isEmpty();
	}

	@Test
	void aForeignNationalInRussiaIsSentToAShopBeforeAnythingIsUploaded() {
		RequestView begun = started(FOREIGNER, FOREIGNERS_LINE);
		assertThat(begun.next()).isEqualTo(Question.PERSON);
		assertThat(begun.person().rules()).extracting(rule -> rule.condition()).contains(Condition.FOREIGN_NATIONAL);

		this.requests.answerPerson(begun.reference(), FOREIGNER, Optional.of(Condition.FOREIGN_NATIONAL),
				Optional.empty());
		assertThat(found(begun.reference(), FOREIGNER).person().stopped()).hasValueSatisfying(rule -> {
			assertThat(rule.source()).contains("303");
			assertThat(rule.bring()).isNotEmpty();
		});
	}

	@Test
	void whoWalksAroundThePageSendsNothing() {
		RequestView begun = started(FOREIGNER, FOREIGNERS_LINE);
		answered(begun.reference(), FOREIGNER, DocumentKind.PASSPORT);
		this.requests.answerPerson(begun.reference(), FOREIGNER, Optional.of(Condition.FOREIGN_NATIONAL),
				Optional.empty());
		assertThat(this.requests.submit(begun.reference(), Proof.of(FOREIGNER, Proven.mailCode(now()))))
			.isEqualTo(new SubmitAnswer.Incomplete(Question.PERSON));
	}

	@Test
	void aChildAloneIsSentToAShop() {
		RequestView begun = started(CHILD, CHILDS_LINE);
		assertThat(begun.next()).isEqualTo(Question.PERSON);
		assertThat(begun.person().is()).contains(Condition.UNDER_16);

		this.requests.answerPerson(begun.reference(), CHILD, Optional.of(Condition.UNDER_16), Optional.of(""));
		assertThat(found(begun.reference(), CHILD).person().stopped()).isPresent();
	}

	@Test
	void aChildWithAnAdultGoesOnAndAPersonLooks() {
		RequestView begun = started(CHILD, CHILDS_LINE);
		this.requests.answerPerson(begun.reference(), CHILD, Optional.of(Condition.UNDER_16), Optional.of("Ho Ka Yan"));
		answered(begun.reference(), CHILD, DocumentKind.HKID);
		assertThat(this.requests.submit(begun.reference(), Proof.of(CHILD, Proven.mailCode(now()))))
			.isInstanceOf(SubmitAnswer.Sent.class);

		RequestView sent = found(begun.reference(), CHILD);
		assertThat(sent.phase()).isEqualTo(Phase.CHECKING);
		assertThat(sent.person().adult()).contains("Ho Ka Yan");
		assertThat(sent.person().toString()).doesNotContain("Ho");
	}

	private RequestView started(SubscriberId who, Msisdn line) {
		return this.requests.start(who, line).orElseThrow();
	}

	private RequestView found(RequestReference reference, SubscriberId who) {
		return this.requests.find(reference, who).orElseThrow();
	}

	private void answered(RequestReference reference, SubscriberId who, DocumentKind kind) {
		this.requests.answerDevice(reference, who, this.devices.check(new DeviceQuestion.Named("iPhone 13")),
				"iPhone 13", DeviceFacts.Source.NAME, Optional.empty());
		this.requests.chooseDocument(reference, who, kind);
		if (this.requests.asksNumber(kind)) {
			this.requests.noteNumber(reference, who, kind, "S730512(7)");
		}
		for (Side side : new Side[] { Side.FRONT, Side.PORTRAIT }) {
			byte[] picture = (side == Side.FRONT) ? SpecimenPictures.idCard() : SpecimenPictures.portrait();
			assertThat(PicturesOfARequest.add(this.requests, reference, who, side, picture))
				.isInstanceOf(Acceptance.Accepted.class);
		}
		this.requests.answerReason(reference, who, Reason.DAMAGED, false);
	}

}
