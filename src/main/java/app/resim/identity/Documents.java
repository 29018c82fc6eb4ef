package app.resim.identity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.identity.DocumentHandled.Handling;
import app.resim.identity.cleaning.Cleaner;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.port.Vault;
import app.resim.identity.worker.Answer;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pictures of identity documents and portraits: cleaned on the way in, encrypted at rest,
 * shown only through {@link #view}.
 *
 * <p>
 * A picture belongs to a folder, an opaque key of the caller's such as a request id, at
 * most 100 characters long. A folder holds at most one picture of each side.
 */
@Service
public class Documents {

	/** The biggest file that is looked at, in bytes. */
	public static final int MOST_BYTES = Cleaner.MOST_BYTES;

	private static final int FOLDER_LENGTH = 100;

	private final Reception reception;

	private final Envelope envelope;

	private final Shelf shelf;

	private final Vault vault;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	private final DocumentNumbers numbers;

	private final TransactionTemplate transaction;

	private final TransactionTemplate ownTransaction;

	Documents(Reception reception, Envelope envelope, Shelf shelf, Vault vault, DocumentNumbers numbers,
			ApplicationEventPublisher events, Clock clock, RandomGenerator chance,
			PlatformTransactionManager transactions) {
		this.reception = reception;
		this.envelope = envelope;
		this.shelf = shelf;
		this.vault = vault;
		this.numbers = numbers;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
		this.transaction = new TransactionTemplate(transactions);
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Cleans, examines and stores a picture, in place of an earlier one of the same side.
	 * May take seconds: not to be called inside a transaction.
	 * @param folder the caller's key
	 * @param owner whose picture it is: an opaque key of the caller's, such as a
	 * subscriber id, by which the same picture of somebody else is noticed
	 * @param subject what it should show
	 * @param upload the bytes as they arrive, of which no more than {@link #MOST_BYTES}
	 * and one are read; type and size are not trusted; left open
	 * @param by who uploads
	 * @return what became of it
	 * @throws IOException if the upload breaks off
	 */
	public Acceptance accept(String folder, String owner, Subject subject, InputStream upload, Actor by)
			throws IOException {
		check(folder);
		Reception.Received received = this.reception.receive(upload, subject.side());
		return switch (received.answer()) {
			case Answer.Unfit unfit -> new Acceptance.Refused(unfit.refusal());
			case Answer.Examined examined -> stored(folder, subject, examined, marks(owner, received, examined), by);
		};
	}

	private Acceptance stored(String folder, Subject subject, Answer.Examined seen, Shelf.Marks marks, Actor by) {
		try {
			return judged(folder, subject, seen, marks, by);
		}
		catch (Vault.Unreachable ex) {
			return new Acceptance.Refused(Acceptance.Refusal.STORE_DOWN);
		}
	}

	private Shelf.Marks marks(String owner, Reception.Received received, Answer.Examined examined) {
		return new Shelf.Marks(this.envelope.owner(owner), this.envelope.fingerprint(received.hash()),
				examined.likeness());
	}

	/**
	 * The pictures of a folder, front before back before portrait.
	 * @param folder the caller's key
	 * @return without bytes
	 */
	public List<Picture> in(String folder) {
		return this.shelf.in(folder);
	}

	/**
	 * Shows a picture. The only way out; every call leaves an audit row, committed before
	 * the bytes are handed out.
	 * @param folder the folder that it must lie in
	 * @param id the picture
	 * @param viewer who looks
	 * @return a JPEG without metadata
	 * @throws NoSuchPicture if the folder holds no such picture
	 * @throws OutOfReach if the pictures' store does not answer; nobody saw anything then
	 */
	public byte[] view(String folder, DocumentId id, Actor viewer) {
		byte[] sealed = sealed(folder, id);
		// of its own: a caller's transaction that is rolled back must not take the audit
		// row with it
		return this.ownTransaction.execute(status -> {
			Picture picture = this.shelf.find(folder, id).orElseThrow(NoSuchPicture::new);
			byte[] key = this.shelf.sealedKey(id).orElseThrow(NoSuchPicture::new);
			publish(Handling.VIEWED, folder, picture, viewer, now());
			return this.envelope.open(folder, id, new Envelope.Sealed(key, sealed));
		});
	}

	/** Before the transaction, which would hold a connection while a store takes time. */
	private byte[] sealed(String folder, DocumentId id) {
		if (this.shelf.find(folder, id).isEmpty()) {
			throw new NoSuchPicture();
		}
		try {
			return this.vault.get(id.document()).orElseThrow(() -> missing(folder, id));
		}
		catch (Vault.Unreachable ex) {
			throw new OutOfReach(ex);
		}
	}

	/**
	 * Sets what the machine read on a document, and what its holder typed, beside what is
	 * on file.
	 * @param folder the folder
	 * @param kind the document
	 * @param claim what is on file
	 * @param viewer who looks; a person leaves an audit row
	 * @return a row for each field about which anything is known
	 */
	public Comparison compare(String folder, DocumentKind kind, Claim claim, Actor viewer) {
		LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
		return Objects.requireNonNull(this.ownTransaction.execute(
				status -> Comparison.of(read(folder, today, viewer), this.numbers.find(folder, kind), claim, today)));
	}

	private Optional<Mrz> read(String folder, LocalDate today, Actor viewer) {
		return this.shelf.in(folder)
			.stream()
			.flatMap(picture -> read(folder, picture, today, viewer).stream())
			.findFirst();
	}

	private Optional<Mrz> read(String folder, Picture picture, LocalDate today, Actor viewer) {
		return this.shelf.sealedReading(picture.id()).flatMap(sealed -> {
			if (!viewer.equals(Actor.RESIM)) {
				publish(Handling.READ, folder, picture, viewer, now());
			}
			byte[] key = this.shelf.sealedKey(picture.id()).orElseThrow(NoSuchPicture::new);
			return Zone.read(this.envelope.openBeside(folder, picture.id(), key, sealed), today);
		});
	}

	/**
	 * Removes a picture for good; one that is not there is ignored.
	 * @param folder the folder
	 * @param id the picture
	 * @param by who removes
	 */
	public void remove(String folder, DocumentId id, Actor by) {
		check(folder);
		this.transaction.executeWithoutResult(status -> {
			this.shelf.lock(folder);
			this.shelf.find(folder, id).ifPresent(picture -> remove(folder, picture, by, now()));
		});
	}

	/**
	 * Lets identity forget a folder by its own clock. The date holds for all that the
	 * folder has and will get; when told again, the last date counts.
	 * @param folder the folder
	 * @param at when its pictures are deleted
	 */
	public void releaseAfter(String folder, Instant at) {
		check(folder);
		this.transaction.executeWithoutResult(status -> {
			this.shelf.lock(folder);
			this.shelf.releaseAfter(folder, at);
		});
	}

	/**
	 * Says whose folder it is and until when it is kept, while nobody but the owner works
	 * with it. When told again, the last words count.
	 * @param folder the folder
	 * @param owner whose pictures lie in it
	 * @param until when they are deleted
	 */
	public void keepUntil(String folder, SubscriberId owner, Instant until) {
		check(folder);
		this.transaction.executeWithoutResult(status -> {
			this.shelf.lock(folder);
			this.shelf.keepUntil(folder, owner, until);
		});
	}

	/**
	 * Keeps a folder without a date, until {@link #releaseAfter} tells one.
	 * @param folder the folder
	 */
	public void keep(String folder) {
		check(folder);
		this.transaction.executeWithoutResult(status -> {
			this.shelf.lock(folder);
			this.shelf.releaseAfter(folder, null);
		});
	}

	/**
	 * All pictures that a folder has ever held, also those that are deleted.
	 * @param folder the folder
	 * @return the oldest first
	 */
	public List<Trace> traces(String folder) {
		return this.shelf.traces(folder);
	}

	/**
	 * The machine-readable zone that was read on a document.
	 * @param folder the folder
	 * @param viewer who looks; a person or another system leaves an audit row
	 * @return its lines, or nothing
	 */
	public List<String> zone(String folder, Actor viewer) {
		LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
		return Objects.requireNonNull(
				this.ownTransaction.execute(status -> read(folder, today, viewer).map(Mrz::lines).orElse(List.of())));
	}

	/**
	 * By what the document of a folder is noticed in another one: nothing can be told
	 * from it without the operator's key.
	 * @param folder the folder
	 * @param kind the document
	 * @return a keyed fingerprint of the number that was read, else of the one that was
	 * typed; empty where there is none
	 */
	public Optional<byte[]> mark(String folder, DocumentKind kind) {
		LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
		Optional<String> read = Objects.requireNonNull(this.ownTransaction
			.execute(status -> read(folder, today, Actor.RESIM).map(zone -> zone.issuer() + " " + zone.number())));
		return read.or(() -> this.numbers.find(folder, kind))
			.map(number -> this.envelope.document(kind + " " + Comparison.bare(number)));
	}

	/**
	 * Deletes at once what a folder holds; the rows that say so stay. A repeat deletes
	 * nothing.
	 * @param folder the folder
	 * @param by who has ordered it
	 * @return what was deleted
	 */
	public Forgotten erase(String folder, Actor by) {
		check(folder);
		return Objects.requireNonNull(this.transaction.execute(status -> {
			this.shelf.lock(folder);
			return forget(folder, by);
		}));
	}

	/**
	 * Deletes what a folder holds, if its date has come.
	 * @param folder the folder
	 * @return what was deleted
	 */
	Forgotten forgetDue(String folder) {
		return Objects.requireNonNull(this.transaction.execute(status -> {
			this.shelf.lock(folder);
			// the date may have been moved since it was looked up
			return this.shelf.isDue(folder, now()) ? forget(folder, Actor.RESIM) : Forgotten.NOTHING;
		}));
	}

	private Forgotten forget(String folder, Actor by) {
		List<Picture> pictures = this.shelf.in(folder);
		pictures.forEach(picture -> remove(folder, picture, by, now()));
		return new Forgotten(pictures.size(), this.numbers.forget(folder));
	}

	private Acceptance judged(String folder, Subject subject, Answer.Examined seen, Shelf.Marks marks, Actor by) {
		Side side = subject.side();
		LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
		var paper = new Judgement.Paper(subject, Zone.verified(seen.zones(), today), today);
		DocumentId id = DocumentId.fresh(this.chance);
		Envelope.Sealed sealed = this.envelope.close(folder, id, seen.jpeg());
		// before the transaction, as above; without its commit the bytes are forgotten
		Vault.Deposit deposit = this.vault.take(id.document(), sealed.picture());
		return Objects.requireNonNull(this.transaction.execute(status -> {
			this.shelf.lock(folder);
			Findings findings = Judgement.of(seen, paper, this.shelf.isRetakeAsked(folder, side),
					this.shelf.isUsedElsewhere(marks));
			if (findings instanceof Findings.Retake retake) {
				this.shelf.askRetake(folder, side);
				return new Acceptance.Again(retake);
			}
			var picture = new Picture(id, side, seen.width(), seen.height(), now(), findings);
			store(folder, picture, sealed.key(), marks, by);
			deposit.keep();
			paper.zone()
				.ifPresent(zone -> this.shelf.addReading(id,
						this.envelope.closeBeside(folder, id, sealed.key(), Zone.written(zone))));
			return new Acceptance.Accepted(picture);
		}));
	}

	private void store(String folder, Picture picture, byte[] sealedKey, Shelf.Marks marks, Actor by) {
		this.shelf.find(folder, picture.side()).ifPresent(older -> remove(folder, older, by, picture.at()));
		this.shelf.add(folder, picture, sealedKey, marks);
		publish(Handling.STORED, folder, picture, by, picture.at());
	}

	private void remove(String folder, Picture picture, Actor by, Instant at) {
		this.shelf.forgetKey(picture.id(), at);
		this.vault.delete(picture.id().document());
		publish(Handling.REMOVED, folder, picture, by, at);
	}

	/** Removed a moment ago, or lost. */
	private RuntimeException missing(String folder, DocumentId id) {
		return this.shelf.find(folder, id).isEmpty() ? new NoSuchPicture()
				: new IllegalStateException("The vault has lost a picture");
	}

	private void publish(Handling handling, String folder, Picture picture, Actor by, Instant at) {
		this.events.publishEvent(new DocumentHandled(at, by, handling, picture.id(), picture.side(), folder));
	}

	/** As exact as a database keeps it, so that what is answered equals what is read. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static void check(String folder) {
		if (folder.isBlank() || folder.length() > FOLDER_LENGTH) {
			throw new IllegalArgumentException("Not a folder");
		}
	}

	/**
	 * What was deleted.
	 *
	 * @param pictures how many
	 * @param numbers how many typed numbers
	 */
	public record Forgotten(int pictures, int numbers) {

		static final Forgotten NOTHING = new Forgotten(0, 0);

	}

	/**
	 * That there is or was a picture.
	 *
	 * @param id its key
	 * @param side what it shows
	 * @param at when it was accepted
	 * @param removed when it was deleted; empty while it is there
	 */
	public record Trace(DocumentId id, Side side, Instant at, Optional<Instant> removed) {
	}

	/** Thrown when the folder holds no such picture. */
	public static class NoSuchPicture extends RuntimeException {

		NoSuchPicture() {
			super("No such picture");
		}

	}

	/** Thrown when the pictures' store does not answer. Trying again later may help. */
	public static class OutOfReach extends RuntimeException {

		OutOfReach(Throwable cause) {
			super("The pictures are out of reach", cause);
		}

	}

}
