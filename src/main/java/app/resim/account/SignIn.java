package app.resim.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.account.Challenges.Drawn;
import app.resim.account.Challenges.Round;
import app.resim.account.port.CodeSender;
import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.SubscriberId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sign-in by a one-time code that goes to the e-mail address on file and never to the
 * line. Answers and work are the same for people who are known and people who are not.
 */
@Service
public class SignIn {

	/** Looked up where nobody is meant, so that the directory has the same work. */
	private static final SubscriberId NOBODY = new SubscriberId("nobody");

	private final SubscriberDirectory directory;

	private final CodeSender sender;

	private final Challenges challenges;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SignIn(SubscriberDirectory directory, CodeSender sender, Challenges challenges, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.directory = directory;
		this.sender = sender;
		this.challenges = challenges;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Sends a code to whoever this is, if it is anybody and has not had five codes in the
	 * last quarter of an hour.
	 * @param contact an e-mail address or a phone number, as typed
	 * @param region ISO 3166 country assumed for numbers without country code
	 * @param language the language of the message
	 * @return the challenge, always
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public CodeSent begin(String contact, String region, Locale language) {
		Contact typed = Contact.read(contact);
		return open(typed.owner(this.directory, region), typed, language);
	}

	/**
	 * Sends a fresh code to somebody who is signed in, for a step that needs a young
	 * factor. The limits are those of {@link #begin}.
	 * @param subscriber who
	 * @param language the language of the message
	 * @return the challenge
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public CodeSent again(SubscriberId subscriber, Locale language) {
		return open(this.directory.find(subscriber), Contact.read(subscriber.subscriber()), language);
	}

	/**
	 * Sends another code for a challenge; the older ones stay usable for their time. A
	 * challenge has three codes and gives no new one after half an hour.
	 * @param challenge the round of sign-in
	 * @return the new code's times, or empty if the challenge is over or unknown
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public Optional<CodeSent> resend(ChallengeId challenge) {
		Optional<SubscriberId> who = inTransaction(() -> this.challenges.find(challenge)).flatMap(Round::who);
		Optional<Subscriber> owner = this.directory.find(who.orElse(NOBODY));
		Optional<Drawn> drawn = inTransaction(() -> this.challenges.another(challenge).map(this::audited));
		drawn.ifPresent(code -> handOver(owner, code));
		return drawn.map(Drawn::told);
	}

	/**
	 * Tries a code. Whatever is typed counts as a try, of which a challenge has five.
	 * @param challenge the round of sign-in
	 * @param code as typed, separators and digits of other scripts understood
	 * @return the answer
	 */
	public CodeAnswer enter(ChallengeId challenge, String code) {
		OneTimeCode typed = OneTimeCode.read(code);
		return inTransaction(() -> {
			boolean taken = this.challenges.takeTry(challenge);
			Optional<Round> round = this.challenges.find(challenge);
			if (round.isEmpty()) {
				return new CodeAnswer.Expired();
			}
			// a round that is over leaves no more rows, however often it is knocked at
			return taken ? audited(round.get(), answer(round.get(), typed)) : new CodeAnswer.UsedUp();
		});
	}

	private CodeSent open(Optional<Subscriber> owner, Contact typed, Locale language) {
		// one customer reached by three contacts has one mailbox, and one allowance
		String mailbox = Contact.read(owner.map(Subscriber::email).orElse(typed.text())).text();
		Drawn drawn = inTransaction(() -> audited(this.challenges.open(owner.map(Subscriber::id), mailbox, language)));
		handOver(owner, drawn);
		return drawn.told();
	}

	/**
	 * After the commit: a code in a mailbox that the database does not know helps nobody.
	 */
	private void handOver(Optional<Subscriber> owner, Drawn drawn) {
		if (drawn.send()) {
			owner.ifPresent(to -> this.sender.send(to, drawn.code().digits(), drawn.told().usableUntil(),
					drawn.round().language()));
		}
	}

	private CodeAnswer answer(Round round, OneTimeCode typed) {
		return switch (this.challenges.compare(round.id(), typed)) {
			case RIGHT -> signedIn(round);
			case TOO_LATE -> new CodeAnswer.Expired();
			case WRONG -> (round.tries() < Challenges.TRIES) ? new CodeAnswer.Wrong(Challenges.TRIES - round.tries())
					: new CodeAnswer.UsedUp();
		};
	}

	private CodeAnswer signedIn(Round round) {
		this.challenges.use(round.id());
		return new CodeAnswer.SignedIn(round.who().orElseThrow());
	}

	private Drawn audited(Drawn drawn) {
		this.events.publishEvent(new SignInEvent.CodeMade(drawn.told().sentAt(), drawn.round().who(), drawn.send()));
		return drawn;
	}

	private CodeAnswer audited(Round round, CodeAnswer answer) {
		this.events.publishEvent(switch (answer) {
			case CodeAnswer.SignedIn(SubscriberId who) -> new SignInEvent.CustomerSignedIn(this.clock.instant(), who);
			case CodeAnswer.Wrong _ -> refused(round, "wrong code");
			case CodeAnswer.Expired _ -> refused(round, "too late");
			case CodeAnswer.UsedUp _ -> refused(round, "no try left");
		});
		return answer;
	}

	private SignInEvent refused(Round round, String why) {
		return new SignInEvent.CodeRefused(this.clock.instant(), round.who(), why);
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute(status -> work.get()));
	}

}
