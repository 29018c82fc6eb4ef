package app.resim.identity;

import java.security.GeneralSecurityException;
import java.util.UUID;

import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import app.resim.keys.SealBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnvelopeTest {

	private static final DocumentId ID = new DocumentId(new UUID(1, 2));

	private static final DocumentId OTHER_ID = new DocumentId(new UUID(1, 3));

	private static final byte[] PICTURE = { 1, 2, 3, 4, 5 };

	private final Seal seal = FreshSeal.make();

	private Envelope envelope;

	private Envelope.Sealed sealed;

	@BeforeEach
	void close() throws GeneralSecurityException {
		this.envelope = new Envelope(this.seal);
		this.sealed = this.envelope.close("folder", ID, PICTURE);
	}

	@Test
	void whatIsClosedOpens() {
		assertThat(this.envelope.open("folder", ID, this.sealed)).isEqualTo(PICTURE);
	}

	@Test
	void everyPictureHasItsOwnKey() {
		Envelope.Sealed again = this.envelope.close("folder", ID, PICTURE);

		assertThat(again.picture()).isNotEqualTo(this.sealed.picture());
		assertThat(this.seal.open(again.key(), context())).isNotEqualTo(this.seal.open(this.sealed.key(), context()));
		assertBroken("folder", ID, new Envelope.Sealed(again.key(), this.sealed.picture()));
	}

	@Test
	void anotherFolderOrIdDoesNotOpenIt() {
		assertBroken("folder-2", ID, this.sealed);
		assertBroken("", ID, this.sealed);
		assertBroken("folder", OTHER_ID, this.sealed);
	}

	@Test
	void theKeyAloneIsBoundToItsPlaceToo() {
		Envelope.Sealed other = this.envelope.close("folder", OTHER_ID, PICTURE);
		byte[] moved = this.seal.close(this.seal.open(other.key(), "identity:%s:folder".formatted(OTHER_ID.document())),
				context());

		assertBroken("folder", ID, other);
		// even somebody who can seal keys cannot move the picture: it is bound by itself
		assertBroken("folder", ID, new Envelope.Sealed(moved, other.picture()));
	}

	@Test
	void aChangedBitIsNoticed() {
		for (int at = 0; at < this.sealed.picture().length; at++) {
			byte[] changed = this.sealed.picture().clone();
			changed[at] ^= 1;
			assertBroken("folder", ID, new Envelope.Sealed(this.sealed.key(), changed));
		}
	}

	@Test
	void anotherOperatorsKeyDoesNotOpenIt() throws GeneralSecurityException {
		var stranger = new Envelope(FreshSeal.make());

		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> stranger.open("folder", ID, this.sealed));
	}

	private void assertBroken(String folder, DocumentId id, Envelope.Sealed sealed) {
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.envelope.open(folder, id, sealed));
	}

	private static String context() {
		return "identity:%s:folder".formatted(ID.document());
	}

}
