package app.resim.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.bucket.S3Server;
import app.resim.identity.port.Vault;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Pictures whose bytes lie in a bucket, while the bucket answers and while it does not.
 */
class PicturesInAStoreElsewhereTest {

	private static final String FOLDER = "request-1";

	private static final Actor REVIEWER = Actor.staff("reviewer");

	private static final byte[] CARD = SpecimenPictures.small(SpecimenPictures.idCard());

	private final S3Server server = S3Server.shared();

	private final MovingClock clock = new MovingClock();

	private final List<String> deeds = new ArrayList<>();

	private final String bucket = this.server.freshBucket();

	@TempDir
	private Path folder;

	private Consumer<AuditedEvent> trail = event -> this.deeds.add(event.deed());

	private Watched vault;

	private Documents documents;

	@BeforeEach
	void open() throws GeneralSecurityException, IOException {
		DataSource database = FreshDatabase.h2();
		JdbcClient rows = JdbcClient.create(database);
		PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
		Seal seal = FreshSeal.make();
		var shelf = new Shelf(rows);
		this.vault = new Watched(this.server.vault(this.bucket, rows, this.clock));
		this.documents = new Documents(InProcess.reception(this.folder), new Envelope(seal), shelf, this.vault,
				new DocumentNumbers(rows, shelf, seal, transactions), event -> this.trail.accept((AuditedEvent) event),
				this.clock, new SecureRandom(), transactions);
	}

	@Test
	void aPictureIsStoredShownReplacedAndRemoved() throws IOException {
		Picture first = accepted();
		assertThat(this.documents.view(FOLDER, first.id(), REVIEWER)).startsWith(0xFF, 0xD8, 0xFF);
		Picture second = accepted();
		assertThat(this.documents.view(FOLDER, second.id(), REVIEWER)).startsWith(0xFF, 0xD8, 0xFF);
		this.documents.remove(FOLDER, second.id(), REVIEWER);

		assertThatExceptionOfType(Documents.NoSuchPicture.class)
			.isThrownBy(() -> this.documents.view(FOLDER, second.id(), REVIEWER));
		assertThat(this.vault.get(first.id().document())).isEmpty();
		assertThat(this.vault.get(second.id().document())).isEmpty();
	}

	@Test
	void whileTheStoreIsDownAnUploadIsRefusedInWordsAndTheEarlierPictureStays() throws IOException {
		Picture earlier = accepted();
		this.vault.down = true;

		assertThat(answer()).isEqualTo(new Acceptance.Refused(Refusal.STORE_DOWN));
		assertThat(this.documents.in(FOLDER)).containsExactly(earlier);
		assertThat(this.deeds).containsExactly("document.stored");
		this.vault.down = false;
		assertThat(this.documents.view(FOLDER, earlier.id(), REVIEWER)).isNotEmpty();
		assertThat(answer()).isInstanceOf(Acceptance.Accepted.class);
	}

	@Test
	void whileTheStoreIsDownNothingIsShownAndNoViewIsOnRecord() throws IOException {
		Picture picture = accepted();
		this.vault.down = true;

		assertThatExceptionOfType(Documents.OutOfReach.class)
			.isThrownBy(() -> this.documents.view(FOLDER, picture.id(), REVIEWER));
		assertThat(this.deeds).containsExactly("document.stored");
	}

	@Test
	void whileTheStoreIsDownAPictureIsRemovedAllTheSame() throws IOException {
		Picture picture = accepted();
		this.vault.down = true;
		this.documents.remove(FOLDER, picture.id(), REVIEWER);
		this.vault.down = false;

		assertThat(this.documents.in(FOLDER)).isEmpty();
		assertThat(this.vault.get(picture.id().document())).isEmpty();
	}

	@Test
	void anUploadThatIsRolledBackLeavesNothingThatCounts() throws IOException {
		this.trail = event -> {
			throw new IllegalStateException("The trail is full");
		};
		assertThatIllegalStateException().isThrownBy(this::answer);

		assertThat(this.documents.in(FOLDER)).isEmpty();
		assertThat(this.server.names(this.bucket)).singleElement()
			.satisfies(name -> assertThat(this.vault.get(UUID.fromString(name.replace("resim/", "")))).isEmpty());
	}

	private Picture accepted() throws IOException {
		this.clock.move(Duration.ofSeconds(1));
		return ((Acceptance.Accepted) answer()).picture();
	}

	private Acceptance answer() throws IOException {
		return this.documents.accept(FOLDER, "s-1", new Subject(Side.FRONT, Optional.empty()),
				new ByteArrayInputStream(CARD), REVIEWER);
	}

	/**
	 * May be down, and sees to it that it is not called where it would hold a connection.
	 */
	private static final class Watched implements Vault {

		private final Vault vault;

		private boolean down;

		Watched(Vault vault) {
			this.vault = vault;
		}

		@Override
		public Deposit take(UUID name, byte[] sealed) {
			outside();
			return this.vault.take(name, sealed);
		}

		@Override
		public Optional<byte[]> get(UUID name) {
			outside();
			return this.vault.get(name);
		}

		@Override
		public void delete(UUID name) {
			this.vault.delete(name);
		}

		private void outside() {
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
			if (this.down) {
				throw new Unreachable("test", new IOException());
			}
		}

	}

}
