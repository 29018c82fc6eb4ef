package app.resim.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.resim.account.ChallengeId;
import app.resim.account.CodeAnswer;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.account.SignIn;
import app.resim.catalogue.Reason;
import app.resim.identity.Acceptance;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.notification.simulated.CaughtMessage;
import app.resim.notification.simulated.CaughtMessage.Channel;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.request.Reviews.Decision;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole application with the rules as they are meant for customers, and a customer
 * who has a mailbox, a passport and no other factor.
 */
@TestPropertySource(properties = { "resim.catalogue.brands=file:docs/brands.yaml",
		"resim.account.directory.people=classpath:request/people.yaml", "resim.data=target/strict",
		"spring.datasource.url=jdbc:h2:mem:strict;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
abstract class UnderStrictRules extends WithReviewers {

	static final String MAILBOX = "sam.demo@example.com";

	private static final Pattern CODE = Pattern.compile("^@\\S+ #([0-9]{6})$", Pattern.MULTILINE);

	@Autowired
	Vetoes vetoes;

	@Autowired
	Fulfilment fulfilment;

	@Autowired
	SignIn signIn;

	@Autowired
	CaughtMessages caught;

	@Autowired
	SimulatedSmDp smdp;

	@Autowired
	Provisioning provisioning;

	@BeforeEach
	void onATuesday() {
		this.clock.moveToTuesday();
		this.caught.clear();
		this.provisioning.start(LINE);
	}

	/** Reads the code out of the mailbox, as its owner or a thief can. */
	Proof signedIn() {
		return proven(this.signIn.begin(MAILBOX, "HK", Locale.ENGLISH).challenge());
	}

	Proof signedInAgain() {
		return proven(this.signIn.again(SAM, Locale.ENGLISH).challenge());
	}

	private Proof proven(ChallengeId challenge) {
		String code = code(mail("Your sign-in code"));
		this.caught.clear();
		assertThat(this.signIn.enter(challenge, code)).isEqualTo(new CodeAnswer.SignedIn(SAM));
		return Proof.of(SAM, Proven.mailCode(now()));
	}

	/**
	 * With the picture page of the passport that is on file. The machine finds no face on
	 * it, asks for another picture, finds none again and leaves it to a person.
	 */
	RequestReference sentWithPassport(Reason reason, Proof proof) {
		RequestReference reference = begun();
		this.requests.chooseDocument(reference, SAM, DocumentKind.PASSPORT);
		assertThat(PicturesOfARequest.add(this.requests, reference, SAM, Side.FRONT,
				SpecimenPictures.onATable(SpecimenPictures.passport())))
			.isInstanceOf(Acceptance.Again.class);
		upload(reference, Side.FRONT, SpecimenPictures.passport());
		upload(reference, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(reference, SAM, reason, false);
		assertThat(this.requests.submit(reference, proof)).isEqualTo(new SubmitAnswer.Sent());
		Legs.told(this.rows, reference);
		return reference;
	}

	Decision approved(RequestReference reference, String staff) {
		claimed(reference, staff);
		return this.reviews.approve(reference, staff, "the same person");
	}

	/** What runs every half minute. */
	void jobsRun(RequestReference reference) {
		this.sweep.run();
		this.fulfilment.run(row(reference).id());
	}

	CaughtMessage mail(String subject) {
		return message(Channel.EMAIL, MAILBOX, subject);
	}

	CaughtMessage shortMessageToTheLine(String words) {
		return message(Channel.SMS, LINE.spaced(), words);
	}

	private CaughtMessage message(Channel channel, String to, String words) {
		return Awaitility.await(words)
			.until(() -> caught(channel).stream()
				.filter(each -> each.to().equals(to) && (each.subject() + each.text()).contains(words))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	List<CaughtMessage> caught(Channel channel) {
		return this.caught.newest(1000).stream().filter(each -> each.channel() == channel).toList();
	}

	static String code(CaughtMessage mail) {
		Matcher code = CODE.matcher(mail.text());
		assertThat(code.find()).isTrue();
		return code.group(1);
	}

	void install() {
		Legs.install(this.smdp);
	}

	long orders() {
		return this.database.sql("SELECT COUNT(*) FROM profile_order").query(Long.class).single();
	}

}
