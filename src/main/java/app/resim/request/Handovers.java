package app.resim.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import app.resim.account.SessionId;
import app.resim.account.Sessions;
import app.resim.account.Tokens;
import app.resim.identity.Acceptance;
import app.resim.identity.DocumentId;
import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.identity.Subject;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.nodes.News;
import app.resim.request.Handover.State;
import app.resim.request.Handover.Why;
import app.resim.request.OtherDevice.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one picture of a request be added from another device that reads a code from the
 * first screen, whichever nodes the two are on. Each step is decided where the row is
 * locked, so that there is one reader, one try for the number and one picture.
 *
 * @see "decision 0032"
 */
@Service
public class Handovers {

	/** How long the code can be read, and then how long the number can be chosen. */
	public static final Duration READABLE = Duration.ofMinutes(5);

	/** How long the other device then has for the picture. */
	public static final Duration USABLE = Duration.ofMinutes(10);

	/**
	 * How long a picture may be on its way before another try takes its place: its node
	 * has died.
	 */
	static final Duration PATIENCE = Duration.ofMinutes(2);

	/** How much longer than needed a row is kept, for whoever still asks why. */
	private static final Duration SPARE = Duration.ofMinutes(15);

	private static final int LONGEST = 64;

	private static final String TOPIC = "handover";

	private static final Logger log = LoggerFactory.getLogger(Handovers.class);

	private final HandoverTable table;

	private final Sessions sessions;

	private final Adding pictures;

	private final News news;

	private final Clock clock;

	private final RandomGenerator chance;

	private final TransactionTemplate transaction;

	/**
	 * What the first screen is given.
	 *
	 * @param handover to be followed
	 * @param secret to be shown as part of a code and nowhere else; whoever reads it
	 * first is the other device
	 */
	public record Begun(Handover handover, String secret) {

		@Override
		public String toString() {
			return "Begun[" + this.handover.id() + "]";
		}

	}

	Handovers(HandoverTable table, Sessions sessions, Adding pictures, News news, Clock clock, RandomGenerator chance,
			PlatformTransactionManager transactions) {
		this.table = table;
		this.sessions = sessions;
		this.pictures = pictures;
		this.news = news;
		this.clock = clock;
		this.chance = chance;
		this.transaction = new TransactionTemplate(transactions);
		// its own: pages are told while the transaction that told them is not yet gone
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Begins one, in place of an earlier one for the same picture.
	 * @param session where the owner is signed in
	 * @param request to which request the picture belongs; whether it is the owner's is
	 * asked when the picture comes
	 * @param wanted which picture
	 * @return to be shown
	 */
	public Begun begin(SessionId session, RequestReference request, WantedPicture wanted) {
		open(session, request).filter(row -> row.wanted().subject().side() == wanted.subject().side())
			.forEach(row -> end(row.id(), Why.STOPPED));
		List<Integer> numbers = this.chance.ints(10, 100).distinct().limit(3).boxed().toList();
		var row = new HandoverRow(new HandoverId(uuid()), session, uuid(), request, wanted, numbers,
				numbers.get(this.chance.nextInt(numbers.size())), new State.Waiting(now().plus(READABLE)),
				Optional.empty());
		String secret = Tokens.draw(this.chance);
		this.table.add(row, Tokens.mark(secret));
		return new Begun(new Handover(this, row.id(), row.screen()), secret);
	}

	/**
	 * Gives the handover to the device that read the code, once.
	 * @param secret what the code held
	 * @return the connected device, or empty if the code is wrong, used, too old or was
	 * taken back: nobody learns which
	 */
	public Optional<OtherDevice> read(String secret) {
		if (secret.isEmpty() || secret.length() > LONGEST) {
			return Optional.empty();
		}
		return this.table.unread(Tokens.mark(secret))
			.flatMap(id -> change(id, row -> row.read(now())))
			.filter(step -> step.moved() && step.after().state() instanceof State.Connected)
			.map(step -> new OtherDevice(this, step.after()));
	}

	/**
	 * Takes over what an earlier page of the same sign-in showed for a picture. That page
	 * is gone with its node, or tells its reader that it no longer counts.
	 * @param session where the owner is signed in
	 * @param request of which request
	 * @param subject which picture
	 * @return the handover as it goes on, or as it ended just now because its code stands
	 * nowhere any more; empty if there was none
	 */
	public Optional<Handover> goOn(SessionId session, RequestReference request, Subject subject) {
		UUID screen = uuid();
		return open(session, request).filter(row -> row.wanted().subject().equals(subject))
			.flatMap(row -> change(row.id(), found -> found.shownOn(screen)).stream())
			.filter(step -> step.after().screen().equals(screen))
			.map(step -> new Handover(this, step.after().id(), screen))
			.findFirst();
	}

	/**
	 * For which picture of a request a handover is open.
	 * @param session where the owner is signed in
	 * @param request of which request
	 * @return the picture, or empty
	 */
	public Optional<Subject> wanted(SessionId session, RequestReference request) {
		return open(session, request).map(row -> row.wanted().subject()).findFirst();
	}

	/**
	 * Listens for changes on all nodes from now on.
	 * @param told called on the thread that has committed, or on one that listens to
	 * other nodes: hand over to the page at once
	 * @param missed called when anything may have changed
	 */
	public void listen(Consumer<HandoverId> told, Runnable missed) {
		this.news.hear(TOPIC, about -> told.accept(new HandoverId(UUID.fromString(about))), missed);
	}

	State shown(HandoverId id, UUID screen) {
		return this.table.find(id)
			.map(row -> row.screen().equals(screen) ? asOfNow(row).state() : new State.Over(Why.OPENED_AGAIN))
			.orElseGet(Handovers::forgotten);
	}

	State state(HandoverId id) {
		return this.table.find(id).map(row -> asOfNow(row).state()).orElseGet(Handovers::forgotten);
	}

	void stop(HandoverId id, UUID screen) {
		change(id, row -> row.screen().equals(screen) ? row.over(Why.STOPPED) : row);
	}

	void end(HandoverId id, Why why) {
		change(id, row -> row.over(why));
	}

	boolean choose(HandoverId id, int number) {
		return change(id, row -> row.chosen(number, now()))
			.filter(step -> step.moved() && step.after().state() instanceof State.Confirmed)
			.isPresent();
	}

	Answer deliver(HandoverId id, InputStream upload) throws IOException {
		UUID by = uuid();
		Optional<HandoverRow> row = change(id, found -> found.sent(by, now(), PATIENCE)).map(Step::after);
		return row.isPresent() ? delivered(row.get(), by, upload) : new Answer.Over();
	}

	private Answer delivered(HandoverRow row, UUID by, InputStream upload) throws IOException {
		return switch (row.state()) {
			case State.Confirmed confirmed when row.isSentBy(by) -> added(row, by, upload);
			case State.Confirmed confirmed -> throw new IOException("A picture is on its way already");
			case State.Arrived arrived -> new Answer.Arrived();
			case State.Waiting waiting -> new Answer.Over();
			case State.Connected connected -> new Answer.Over();
			case State.Over over -> new Answer.Over();
		};
	}

	private Answer added(HandoverRow row, UUID by, InputStream upload) throws IOException {
		try {
			SubscriberId owner = owner(row).orElseThrow(Requests.NoSuchRequest::new);
			return switch (this.pictures.add(row.request(), owner, row.wanted().subject(), upload)) {
				case Acceptance.Accepted(Picture picture) -> arrived(row, by, owner, picture.id());
				case Acceptance.Again(Findings.Retake findings) -> new Answer.Again(findings);
				case Acceptance.Refused(Acceptance.Refusal refusal) -> new Answer.Refused(refusal);
			};
		}
		catch (Requests.NoSuchRequest ex) {
			end(row.id(), Why.STOPPED);
			return new Answer.Over();
		}
		finally {
			change(row.id(), found -> found.free(by));
		}
	}

	/** Unless it was ended while the picture was looked at: then nothing is added. */
	private Answer arrived(HandoverRow row, UUID by, SubscriberId owner, DocumentId picture) {
		if (change(row.id(), found -> found.arrived(by, picture)).filter(Step::moved).isPresent()) {
			return new Answer.Arrived();
		}
		this.pictures.remove(row.request(), owner, picture);
		return new Answer.Over();
	}

	/**
	 * Tells the database, or leaves it to time. A node that is stopped has closed its
	 * database before its pages, so that they go on elsewhere.
	 */
	void quietly(Runnable deed) {
		try {
			deed.run();
		}
		catch (DataAccessException | TransactionException ex) {
			log.info("A handover is left to its time: {}", ex.getClass().getName());
		}
	}

	/** Forgets what is over for long. */
	void purge() {
		this.table.purge(now().minus(SPARE));
	}

	private Stream<HandoverRow> open(SessionId session, RequestReference request) {
		return this.table.open(session, request).stream().filter(row -> asOfNow(row).state() instanceof State.Open);
	}

	/**
	 * One move at a time, from what time and the sign-in have left of it; both pages are
	 * told if there was one.
	 */
	private Optional<Step> change(HandoverId id, UnaryOperator<HandoverRow> deed) {
		return Objects.requireNonNull(this.transaction.execute(status -> this.table.lock(id).map(stored -> {
			HandoverRow now = asOfNow(stored);
			HandoverRow after = deed.apply(now);
			if (!after.equals(stored)) {
				this.table.write(after);
			}
			if (!after.looksLike(stored)) {
				this.news.tell(TOPIC, id.id().toString());
			}
			return new Step(after, !after.equals(now));
		})));
	}

	private HandoverRow asOfNow(HandoverRow row) {
		return row.at(now(), owner(row).isPresent());
	}

	/** Whoever is still signed in where it began. */
	private Optional<SubscriberId> owner(HandoverRow row) {
		return this.sessions.holder(row.session())
			.filter(who -> who.kind() == Actor.Kind.CUSTOMER)
			.map(who -> new SubscriberId(who.id()));
	}

	private static State forgotten() {
		return new State.Over(Why.EXPIRED);
	}

	private UUID uuid() {
		return new UUID(this.chance.nextLong(), this.chance.nextLong());
	}

	private Instant now() {
		return this.clock.instant();
	}

	/**
	 * What became of a row.
	 *
	 * @param after as it is now
	 * @param moved whether it was this deed that changed it
	 */
	private record Step(HandoverRow after, boolean moved) {
	}

	/** Puts a picture into its request, or takes it out again. */
	interface Adding {

		/**
		 * Adds a picture, in place of an earlier one.
		 * @param request to which request
		 * @param owner whose it must be
		 * @param subject what the picture should show
		 * @param upload its bytes
		 * @return what became of it
		 * @throws IOException if the upload breaks off
		 * @throws Requests.NoSuchRequest if the request takes no such picture of this
		 * owner
		 */
		Acceptance add(RequestReference request, SubscriberId owner, Subject subject, InputStream upload)
				throws IOException;

		/**
		 * Takes out what came after the end.
		 * @param request of which request
		 * @param owner whose
		 * @param picture which; one that cannot be removed any more is ignored
		 */
		void remove(RequestReference request, SubscriberId owner, DocumentId picture);

	}

}
