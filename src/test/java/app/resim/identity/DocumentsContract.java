package app.resim.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.identity.Acceptance.Accepted;
import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.Acceptance.Refused;
import app.resim.identity.Documents.NoSuchPicture;
import app.resim.identity.Findings.Reason;
import app.resim.identity.database.VaultOf;
import app.resim.identity.port.Vault;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import app.resim.keys.SealBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Storing, showing and forgetting pictures, on every database.
 */
abstract class DocumentsContract {

	private static final String FOLDER = "request-1";

	private static final String SAM = "s-1";

	private static final String OTHER_FOLDER = "request-2";

	private static final Actor OWNER = Actor.customer(new SubscriberId("s-1"));

	private static final Actor REVIEWER = Actor.staff("reviewer");

	private static final byte[] CARD = SpecimenPictures.small(SpecimenPictures.idCard());

	private static final byte[] PORTRAIT = SpecimenPictures.small(SpecimenPictures.portrait());

	private final List<AuditedEvent> audited = Collections.synchronizedList(new ArrayList<>());

	private final Seal seal = FreshSeal.make();

	private final MovingClock clock = new MovingClock();

	@TempDir
	private Path folder;

	private Consumer<AuditedEvent> trail = this.audited::add;

	private JdbcClient rows;

	private Vault vault;

	private PlatformTransactionManager transactions;

	private Documents documents;

	private final Set<SubscriberId> held = new HashSet<>();

	private Forgetting forgetting;

	abstract DataSource database();

	@BeforeEach
	void open() throws GeneralSecurityException, IOException {
		DataSource database = database();
		this.rows = JdbcClient.create(database);
		this.vault = VaultOf.database(this.rows);
		this.transactions = new DataSourceTransactionManager(database);
		this.documents = new Documents(InProcess.reception(this.folder), new Envelope(this.seal), new Shelf(this.rows),
				this.vault, new DocumentNumbers(this.rows, new Shelf(this.rows), this.seal, this.transactions),
				published(), this.clock, new SecureRandom(), this.transactions);
		this.forgetting = new Forgetting(this.documents, new Shelf(this.rows), this.held::contains, this.rows,
				this.transactions, published(), this.clock);
	}

	@Test
	void aTypedNumberIsComparedAndForgottenWithThePictures() {
		accept(FOLDER, Side.FRONT, CARD);
		numbers().keep(FOLDER, DocumentKind.HKID, "A123456(3)");
		var claim = new Claim("Wong Siu Man", Optional.empty(), Optional.of("G123456(A)"));

		assertThat(this.documents.compare(FOLDER, DocumentKind.HKID, claim, REVIEWER).contradictions())
			.containsExactly(Comparison.Field.NUMBER);
		this.documents.releaseAfter(FOLDER, this.clock.instant());
		forgetDue();
		assertThat(this.documents.compare(FOLDER, DocumentKind.HKID, claim, REVIEWER)).isEqualTo(Comparison.NOTHING);
	}

	@Test
	void aPictureIsStoredAndShown() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);

		assertThat(picture.side()).isEqualTo(Side.FRONT);
		assertThat(picture.width()).isEqualTo(640);
		assertThat(picture.height()).isEqualTo(440);
		assertThat(picture.at()).isEqualTo(MovingClock.START);
		assertThat(this.documents.in(FOLDER)).containsExactly(picture);
		assertThat(this.documents.view(FOLDER, picture.id(), REVIEWER)).startsWith(0xFF, 0xD8, 0xFF).isNotEqualTo(CARD);
	}

	@Test
	void picturesAreListedFrontBackPortrait() {
		Picture portrait = accept(FOLDER, Side.PORTRAIT, PORTRAIT);
		Picture back = accept(FOLDER, Side.BACK, CARD);
		Picture front = accept(FOLDER, Side.FRONT, CARD);
		accept(OTHER_FOLDER, Side.FRONT, CARD);

		assertThat(this.documents.in(FOLDER)).containsExactly(front, back, portrait);
	}

	@Test
	void idsAreRandomUuids() {
		UUID id = accept(FOLDER, Side.FRONT, CARD).id().document();

		assertThat(id.version()).isEqualTo(4);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(accept(FOLDER, Side.FRONT, CARD).id().document()).isNotEqualTo(id);
	}

	@Test
	void aRefusedPictureLeavesTheEarlierOne() {
		Picture earlier = accept(FOLDER, Side.FRONT, CARD);

		assertThat(answer(FOLDER, Side.FRONT, new byte[0])).isEqualTo(new Refused(Refusal.EMPTY));
		assertThat(this.documents.in(FOLDER)).containsExactly(earlier);
		assertThat(deeds()).containsExactly("document.stored");
	}

	@Test
	void anUploadIsReadNoFurtherThanItMayBeLong() throws IOException {
		var endless = new InputStream() {
			private int read;

			@Override
			public int read() {
				this.read++;
				return 0;
			}
		};

		assertThat(this.documents.accept(FOLDER, SAM, new Subject(Side.FRONT, Optional.empty()), endless, OWNER))
			.isEqualTo(new Refused(Refusal.TOO_BIG));
		assertThat(endless.read).isEqualTo(Documents.MOST_BYTES + 1);
		assertThat(answer(FOLDER, Side.FRONT, CARD)).isInstanceOf(Accepted.class);
	}

	@Test
	void aNewPictureOfASideTakesThePlaceOfTheOlder() {
		Picture older = accept(FOLDER, Side.FRONT, CARD);
		Picture newer = accept(FOLDER, Side.FRONT, PORTRAIT);

		assertThat(this.documents.in(FOLDER)).containsExactly(newer);
		assertNotShown(FOLDER, older.id());
		assertThat(deeds()).containsExactly("document.stored", "document.removed", "document.stored");
		assertThat(sealedPictures()).isEqualTo(1);
	}

	@Test
	void picturesUploadedAtTheSameTimeLeaveOne() {
		int uploads = 8;
		List<CompletableFuture<Picture>> all = IntStream.range(0, uploads)
			.mapToObj(upload -> CompletableFuture.supplyAsync(() -> accept(FOLDER, Side.FRONT, PORTRAIT)))
			.toList();
		List<DocumentId> accepted = all.stream().map(CompletableFuture::join).map(Picture::id).toList();

		List<Picture> left = this.documents.in(FOLDER);
		assertThat(left).hasSize(1);
		assertThat(accepted).contains(left.getFirst().id()).doesNotHaveDuplicates();
		assertThat(this.documents.view(FOLDER, left.getFirst().id(), OWNER)).isNotEmpty();
		assertThat(deeds().stream().filter("document.stored"::equals)).hasSize(uploads);
		assertThat(deeds().stream().filter("document.removed"::equals)).hasSize(uploads - 1);
		assertThat(sealedPictures()).isEqualTo(1);
	}

	@Test
	void theDatabaseItselfRefusesASecondPictureOfASide() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		var second = new Picture(DocumentId.fresh(new SecureRandom()), Side.FRONT, 1, 1, picture.at(),
				new Findings.Accepted(Set.of()));

		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> new Shelf(this.rows).add(FOLDER, second,
				new byte[1], new Shelf.Marks(new byte[1], new byte[1], Optional.empty())));
	}

	@Test
	void everyViewLeavesARowBeforeTheBytesAreOut() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		this.clock.move(Duration.ofMinutes(3));
		this.documents.view(FOLDER, picture.id(), REVIEWER);
		this.documents.view(FOLDER, picture.id(), REVIEWER);

		assertThat(deeds()).containsExactly("document.stored", "document.viewed", "document.viewed");
		AuditedEvent view = this.audited.getLast();
		assertThat(view.actor()).isEqualTo(REVIEWER);
		assertThat(view.at()).isEqualTo(MovingClock.START.plus(Duration.ofMinutes(3)));
		assertThat(view.subject()).isEqualTo(picture.id().document().toString());
		assertThat(view.details()).isEqualTo("FRONT of request-1");
	}

	@Test
	void withoutItsRowNothingIsShownStoredOrRemoved() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		this.trail = event -> {
			throw new IllegalStateException("The trail is full");
		};

		assertThatIllegalStateException().isThrownBy(() -> this.documents.view(FOLDER, picture.id(), REVIEWER));
		assertThatIllegalStateException().isThrownBy(() -> accept(FOLDER, Side.FRONT, PORTRAIT));
		assertThatIllegalStateException().isThrownBy(() -> this.documents.remove(FOLDER, picture.id(), OWNER));

		this.trail = this.audited::add;
		assertThat(this.documents.in(FOLDER)).containsExactly(picture);
		assertThat(this.documents.view(FOLDER, picture.id(), OWNER)).isNotEmpty();
		assertThat(sealedPictures()).isEqualTo(1);
	}

	@Test
	void aViewStaysOnRecordWhenTheViewersTransactionIsRolledBack() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		this.trail = event -> this.rows.sql("INSERT INTO identity_folder (folder) VALUES ('seen')").update();

		new TransactionTemplate(this.transactions).executeWithoutResult(outer -> {
			assertThat(this.documents.view(FOLDER, picture.id(), REVIEWER)).isNotEmpty();
			outer.setRollbackOnly();
		});

		assertThat(this.rows.sql("SELECT COUNT(*) FROM identity_folder WHERE folder = 'seen'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aPictureIsShownOnlyFromItsOwnFolder() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);

		assertNotShown(OTHER_FOLDER, picture.id());
		assertNotShown("", picture.id());
		assertNotShown(FOLDER, new DocumentId(new UUID(1, 2)));
		assertThat(deeds()).containsExactly("document.stored");
	}

	@Test
	void aRemovedPictureIsGoneForGood() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		byte[] copy = sealed(picture.id());

		this.documents.remove(FOLDER, picture.id(), OWNER);

		assertThat(this.documents.in(FOLDER)).isEmpty();
		assertThat(sealedPictures()).isZero();
		assertThat(this.rows.sql("SELECT COUNT(*) FROM identity_picture WHERE sealed_key IS NOT NULL")
			.query(Integer.class)
			.single()).isZero();
		// not even a copy of the bytes, from a backup, can be opened again
		putInstead(picture.id().document(), copy);
		assertNotShown(FOLDER, picture.id());
		assertThat(deeds()).containsExactly("document.stored", "document.removed");
	}

	@Test
	void aPictureThatTheVaultHasLostIsAFaultAndNotAnAnswer() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		this.vault.delete(picture.id().document());

		assertThatIllegalStateException().isThrownBy(() -> this.documents.view(FOLDER, picture.id(), REVIEWER));
		assertThat(this.documents.in(FOLDER)).containsExactly(picture);
	}

	@Test
	void removingWhatIsNotThereChangesNothing() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);

		this.documents.remove(OTHER_FOLDER, picture.id(), OWNER);
		this.documents.remove(FOLDER, new DocumentId(new UUID(1, 2)), OWNER);

		assertThat(this.documents.in(FOLDER)).containsExactly(picture);
		assertThat(deeds()).containsExactly("document.stored");
	}

	@Test
	void nothingLiesInClearAtRest() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		String jpeg = new String(this.documents.view(FOLDER, picture.id(), OWNER), StandardCharsets.ISO_8859_1);
		String sealed = new String(sealed(picture.id()), StandardCharsets.ISO_8859_1);

		assertThat(sealed).hasSizeGreaterThan(jpeg.length()).doesNotContain("JFIF");
		for (int at = 0; at + 8 <= 2_000; at += 8) {
			assertThat(sealed.contains(jpeg.substring(at, at + 8))).isFalse();
		}
	}

	@Test
	void sealedPicturesThatChangedPlacesDoNotOpen() {
		Picture mine = accept(FOLDER, Side.FRONT, CARD);
		Picture theirs = accept(OTHER_FOLDER, Side.FRONT, PORTRAIT);
		byte[] sealed = sealed(mine.id());
		putInstead(mine.id().document(), sealed(theirs.id()));
		putInstead(theirs.id().document(), sealed);

		assertSealBroken(FOLDER, mine.id());
		assertSealBroken(OTHER_FOLDER, theirs.id());
	}

	@Test
	void aPictureMovedWithItsKeyDoesNotOpenEither() {
		Picture mine = accept(FOLDER, Side.FRONT, CARD);
		Picture theirs = accept(OTHER_FOLDER, Side.FRONT, PORTRAIT);
		putInstead(mine.id().document(), sealed(theirs.id()));
		byte[] key = new Shelf(this.rows).sealedKey(theirs.id()).orElseThrow();
		this.rows.sql("UPDATE identity_picture SET sealed_key = ? WHERE id = ?")
			.param(key)
			.param(mine.id().document())
			.update();

		assertSealBroken(FOLDER, mine.id());
	}

	@Test
	void aPictureWhoseRowIsMovedToAnotherFolderDoesNotOpen() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		accept(OTHER_FOLDER, Side.PORTRAIT, PORTRAIT);
		this.rows.sql("UPDATE identity_picture SET folder = ? WHERE id = ?")
			.param(OTHER_FOLDER)
			.param(picture.id().document())
			.update();

		assertSealBroken(OTHER_FOLDER, picture.id());
	}

	@Test
	void theSameFileLeavesTheSameFingerprintEvenWhereItWasRemoved() {
		Picture first = accept(FOLDER, Side.FRONT, CARD);
		Picture second = accept(OTHER_FOLDER, Side.PORTRAIT, CARD);
		Picture other = accept(OTHER_FOLDER, Side.FRONT, PORTRAIT);
		this.documents.remove(FOLDER, first.id(), OWNER);

		assertThat(fingerprint(first.id())).isEqualTo(fingerprint(second.id())).isNotEqualTo(fingerprint(other.id()));
	}

	@Test
	void theSameFileOfAnotherOwnerIsForAPerson() {
		Picture first = accept(FOLDER, Side.FRONT, CARD);
		Picture own = accepted(answer(OTHER_FOLDER, SAM, Side.FRONT, CARD));
		this.documents.remove(FOLDER, first.id(), OWNER);
		this.documents.remove(OTHER_FOLDER, own.id(), OWNER);
		Picture strange = accepted(answer("request-3", "s-2", Side.FRONT, CARD));

		assertThat(first.findings()).isEqualTo(new Findings.Accepted(Set.of()));
		assertThat(own.findings()).isEqualTo(new Findings.Accepted(Set.of()));
		assertThat(strange.findings()).isEqualTo(new Findings.NeedsPerson(Set.of(Reason.SAME_PICTURE_ELSEWHERE)));
		assertThat(this.documents.in("request-3")).containsExactly(strange);
	}

	@Test
	void aCopySavedAnewByAnotherOwnerIsForAPerson() {
		accept(FOLDER, Side.FRONT, SpecimenPictures.idCard());
		Picture copy = accepted(answer(OTHER_FOLDER, "s-2", Side.FRONT, CARD));
		Picture other = accepted(answer("request-3", "s-2", Side.FRONT, PORTRAIT));

		assertThat(copy.findings()).isEqualTo(new Findings.NeedsPerson(Set.of(Reason.SAME_PICTURE_ELSEWHERE)));
		assertThat(other.findings()).isEqualTo(new Findings.Accepted(Set.of()));
	}

	@Test
	void ofARemovedPictureOnlyTheKeyedFingerprintStays() {
		Picture picture = accept(FOLDER, Side.FRONT, SpecimenPictures.idCard());
		this.documents.remove(FOLDER, picture.id(), OWNER);

		assertThat(accepted(answer(OTHER_FOLDER, "s-2", Side.FRONT, CARD)).findings())
			.isEqualTo(new Findings.Accepted(Set.of()));
		assertThat(
				count("identity_likeness l JOIN identity_picture p ON p.id = l.picture WHERE p.removed_at IS NOT NULL"))
			.isZero();
		assertThat(count("identity_picture WHERE removed_at IS NOT NULL AND likeness IS NOT NULL")).isZero();
		assertThat(accepted(answer("request-3", "s-2", Side.FRONT, SpecimenPictures.idCard())).findings())
			.isInstanceOf(Findings.NeedsPerson.class);
	}

	@Test
	void aBadPictureIsAskedForOnceMoreAndThenKeptForAPerson() {
		byte[] dark = SpecimenPictures.darkened(CARD);
		Picture earlier = accept(FOLDER, Side.FRONT, CARD);

		assertThat(answer(FOLDER, Side.FRONT, dark))
			.isEqualTo(new Acceptance.Again(new Findings.Retake(Set.of(Reason.BLURRED, Reason.TOO_DARK))));
		assertThat(this.documents.in(FOLDER)).containsExactly(earlier);
		assertThat(answer(FOLDER, Side.BACK, dark)).isInstanceOf(Acceptance.Again.class);

		Picture kept = accept(FOLDER, Side.FRONT, dark);
		assertThat(kept.findings()).isEqualTo(new Findings.NeedsPerson(Set.of(Reason.BLURRED, Reason.TOO_DARK)));
		assertThat(this.documents.in(FOLDER)).containsExactly(kept);
		assertThat(answer(FOLDER, Side.FRONT, dark)).isInstanceOf(Acceptance.Again.class);
	}

	@Test
	void picturesAreForgottenOnTheirDateAndNotBefore() {
		accept(FOLDER, Side.FRONT, CARD);
		accept(FOLDER, Side.PORTRAIT, PORTRAIT);
		Picture kept = accept(OTHER_FOLDER, Side.FRONT, CARD);
		this.documents.releaseAfter(FOLDER, inDays(30));
		this.documents.releaseAfter(OTHER_FOLDER, inDays(31));

		this.clock.move(Duration.ofDays(30).minusSeconds(1));
		assertThat(forgetDue()).isZero();
		assertThat(this.documents.in(FOLDER)).hasSize(2);

		this.clock.move(Duration.ofSeconds(1));
		assertThat(forgetDue()).isEqualTo(2);
		assertThat(forgetDue()).isZero();
		assertThat(this.documents.in(FOLDER)).isEmpty();
		assertThat(this.documents.in(OTHER_FOLDER)).containsExactly(kept);
		assertThat(this.audited.getLast().actor()).isEqualTo(Actor.RESIM);
		assertThat(sealedPictures()).isEqualTo(1);
	}

	@Test
	void eachRunLeavesAReportAndOneThatDidSomethingARow() {
		accept(FOLDER, Side.FRONT, CARD);
		numbers().keep(FOLDER, DocumentKind.HKID, "A123456(3)");
		numbers().keep(OTHER_FOLDER, DocumentKind.HKID, "A123456(3)");
		this.documents.releaseAfter(FOLDER, inDays(1));
		this.documents.releaseAfter(OTHER_FOLDER, inDays(1));
		this.forgetting.run();
		this.clock.move(Duration.ofDays(1));

		var run = this.forgetting.run();

		assertThat(run).isEqualTo(new Forgetting.Run(inDays(1), 1, 2, 0, 0));
		assertThat(this.forgetting.latest(5)).containsExactly(run, new Forgetting.Run(MovingClock.START, 0, 0, 0, 0));
		assertThat(deeds()).containsExactly("document.stored", "document.removed", "documents.due-forgotten");
		assertThat(this.audited.getLast().details()).isEqualTo("pictures 1, numbers 2, held 0, failed 0");
	}

	@Test
	void whatALegalHoldLiesOnIsKeptAndSaid() {
		var sam = new SubscriberId("s-1");
		this.documents.keepUntil(FOLDER, sam, inDays(1));
		accept(FOLDER, Side.FRONT, CARD);
		numbers().keep(FOLDER, DocumentKind.HKID, "A123456(3)");
		this.held.add(sam);
		this.clock.move(Duration.ofDays(2));

		assertThat(this.forgetting.run()).isEqualTo(new Forgetting.Run(inDays(2), 0, 0, 1, 0));
		assertThat(this.documents.in(FOLDER)).hasSize(1);
		assertThat(numbers().find(FOLDER, DocumentKind.HKID)).isPresent();

		this.held.clear();
		assertThat(this.forgetting.run()).isEqualTo(new Forgetting.Run(inDays(2), 1, 1, 0, 0));
	}

	@Test
	void aFolderThatFailsStopsNoOther() {
		accept(FOLDER, Side.FRONT, CARD);
		accept(OTHER_FOLDER, Side.FRONT, CARD);
		this.documents.releaseAfter(FOLDER, inDays(1));
		this.documents.releaseAfter(OTHER_FOLDER, inDays(2));
		this.clock.move(Duration.ofDays(2));
		this.trail = event -> {
			if (event.details().endsWith(FOLDER)) {
				throw new IllegalStateException("The trail is full");
			}
		};

		assertThat(this.forgetting.run()).isEqualTo(new Forgetting.Run(inDays(2), 1, 0, 0, 1));
		assertThat(this.documents.in(FOLDER)).hasSize(1);
		assertThat(this.documents.in(OTHER_FOLDER)).isEmpty();

		this.trail = this.audited::add;
		assertThat(this.forgetting.run()).isEqualTo(new Forgetting.Run(inDays(2), 1, 0, 0, 0));
	}

	@Test
	void afterTheRunNobodyCanDecryptNotEvenWithACopyOfTheBytesAndAllKeys() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);
		byte[] copy = sealed(picture.id());
		byte[] key = new Shelf(this.rows).sealedKey(picture.id()).orElseThrow();
		assertThat(opens(key, picture.id(), copy)).as("while its key is there, the copy opens").isTrue();
		this.documents.releaseAfter(FOLDER, inDays(1));
		this.clock.move(Duration.ofDays(1));

		this.forgetting.run();

		// the copy of the bytes is back, all keys of the operator are there
		putInstead(picture.id().document(), copy);
		assertNotShown(FOLDER, picture.id());
		assertThat(everythingKept()).noneMatch(kept -> opens(kept, picture.id(), copy));
		assertThat(count("identity_picture WHERE id = '" + picture.id().document()
				+ "' AND removed_at IS NOT NULL AND sealed_key IS NULL AND sealed_reading IS NULL"))
			.as("the row that says so stays")
			.isOne();
	}

	/**
	 * All bytes of the picture's row and of the vault, as somebody would try them for a
	 * key.
	 */
	private List<byte[]> everythingKept() {
		var kept = new ArrayList<byte[]>();
		this.rows.sql("SELECT sealed_key, fingerprint, owner, sealed_reading FROM identity_picture").query(row -> {
			for (int column = 1; column <= 4; column++) {
				if (row.getBytes(column) != null) {
					kept.add(row.getBytes(column));
				}
			}
		});
		kept.addAll(this.rows.sql("SELECT sealed FROM identity_vault").query((row, index) -> row.getBytes(1)).list());
		return kept;
	}

	private boolean opens(byte[] key, DocumentId id, byte[] copy) {
		try {
			return new Envelope(this.seal).open(FOLDER, id, new Envelope.Sealed(key, copy)).length > 0;
		}
		catch (SealBroken | GeneralSecurityException ex) {
			return false;
		}
	}

	@Test
	void aFolderThatIsKeptAgainHasNoDateUntilOneIsTold() {
		this.documents.keepUntil(FOLDER, new SubscriberId("s-1"), inDays(1));
		accept(FOLDER, Side.FRONT, CARD);
		this.documents.keep(FOLDER);
		this.clock.move(Duration.ofDays(100));

		assertThat(forgetDue()).isZero();
	}

	private DocumentNumbers numbers() {
		return new DocumentNumbers(this.rows, new Shelf(this.rows), this.seal, this.transactions);
	}

	@Test
	void theLastDateCounts() {
		accept(FOLDER, Side.FRONT, CARD);
		this.documents.releaseAfter(FOLDER, inDays(1));
		this.documents.releaseAfter(FOLDER, inDays(3));

		this.clock.move(Duration.ofDays(2));
		assertThat(forgetDue()).isZero();
		this.clock.move(Duration.ofDays(1));
		assertThat(forgetDue()).isEqualTo(1);
	}

	@Test
	void whatComesIntoAReleasedFolderGoesWithIt() {
		this.documents.releaseAfter(FOLDER, inDays(1));
		accept(FOLDER, Side.FRONT, CARD);

		this.clock.move(Duration.ofDays(1));
		assertThat(forgetDue()).isEqualTo(1);
		assertThat(this.documents.in(FOLDER)).isEmpty();
	}

	@Test
	void aFolderHasAShortName() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.documents.releaseAfter(" ", inDays(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> accept("f".repeat(101), Side.FRONT, CARD));
		assertThat(accept("f".repeat(100), Side.PORTRAIT, CARD)).isNotNull();
	}

	@Test
	void noEventNamesMoreThanKeys() {
		Picture picture = accept(FOLDER, Side.FRONT, CARD);

		assertThat(this.audited.getFirst()).hasToString(
				"DocumentHandled[at=%s, actor=%s, handling=STORED, id=%s, ".formatted(picture.at(), OWNER, picture.id())
						+ "side=FRONT, folder=request-1]");
	}

	private int forgetDue() {
		return this.forgetting.run().pictures();
	}

	private ApplicationEventPublisher published() {
		return event -> {
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
			this.trail.accept((AuditedEvent) event);
		};
	}

	private Picture accept(String folder, Side side, byte[] upload) {
		return accepted(answer(folder, side, upload));
	}

	private static Picture accepted(Acceptance acceptance) {
		assertThat(acceptance).isInstanceOf(Accepted.class);
		return ((Accepted) acceptance).picture();
	}

	private Acceptance answer(String folder, Side side, byte[] upload) {
		return answer(folder, SAM, side, upload);
	}

	private Acceptance answer(String folder, String owner, Side side, byte[] upload) {
		try {
			return this.documents.accept(folder, owner, new Subject(side, Optional.empty()),
					new ByteArrayInputStream(upload), OWNER);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void assertNotShown(String folder, DocumentId id) {
		assertThatExceptionOfType(NoSuchPicture.class).isThrownBy(() -> this.documents.view(folder, id, REVIEWER));
	}

	private void assertSealBroken(String folder, DocumentId id) {
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.documents.view(folder, id, REVIEWER));
	}

	private List<String> deeds() {
		return this.audited.stream().map(AuditedEvent::deed).toList();
	}

	private int count(String rows) {
		return this.rows.sql("SELECT COUNT(*) FROM " + rows).query(Integer.class).single();
	}

	private int sealedPictures() {
		return this.rows.sql("SELECT COUNT(*) FROM identity_vault").query(Integer.class).single();
	}

	private void putInstead(UUID name, byte[] sealed) {
		this.vault.delete(name);
		this.vault.take(name, sealed).keep();
	}

	private byte[] sealed(DocumentId id) {
		return this.vault.get(id.document()).orElseThrow();
	}

	private byte[] fingerprint(DocumentId id) {
		return this.rows.sql("SELECT fingerprint FROM identity_picture WHERE id = ?")
			.param(id.document())
			.query((row, index) -> row.getBytes(1))
			.single();
	}

	private static Instant inDays(int days) {
		return MovingClock.START.plus(Duration.ofDays(days));
	}

}
