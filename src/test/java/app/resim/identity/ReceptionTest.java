package app.resim.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

import app.resim.counterpart.SomeCounterparts;
import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.cleaning.Cleaner;
import app.resim.identity.cleaning.HostileFiles;
import app.resim.identity.scan.Clamd;
import app.resim.identity.scan.FakeClamd;
import app.resim.identity.scan.FakeClamd.Manner;
import app.resim.identity.spool.Spool;
import app.resim.identity.worker.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReceptionTest {

	private static final Answer SEEN = new Answer.Unfit(Refusal.DAMAGED);

	@TempDir
	private Path folder;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void anEmptyFileAndOneTooBigReachNoWorker() {
		assertThat(answer(Optional.empty(), new byte[0])).isEqualTo(Refusal.EMPTY);
		assertThat(answer(Optional.empty(), new byte[Cleaner.MOST_BYTES + 1])).isEqualTo(Refusal.TOO_BIG);
		assertThat(this.meters.find("resim.identity.examine").timer()).isNull();
	}

	@Test
	void refusalsAreCountedByReasonAndExaminationsTimed() {
		answer(Optional.empty(), new byte[1]);
		answer(Optional.empty(), new byte[1]);
		answer(Optional.empty(), new byte[0]);

		assertThat(this.meters.get("resim.identity.refusals").tag("reason", "damaged").counter().count()).isEqualTo(2);
		assertThat(this.meters.get("resim.identity.refusals").tag("reason", "empty").counter().count()).isOne();
		assertThat(this.meters.get("resim.identity.examine").timer().count()).isEqualTo(2);
	}

	@Test
	void whatTheScannerFindsReachesNoWorker() {
		try (var server = new FakeClamd(Manner.WELL); var scanner = clamd(server)) {
			assertThat(answer(Optional.of(scanner), HostileFiles.EICAR.getBytes(StandardCharsets.US_ASCII)))
				.isEqualTo(Refusal.INFECTED);
			assertThat(answer(Optional.of(scanner), new byte[1])).isEqualTo(Refusal.DAMAGED);
		}
	}

	@Test
	void withoutItsScannerNoFileIsTaken() {
		try (var server = new FakeClamd(Manner.FAILS); var scanner = clamd(server)) {
			assertThat(answer(Optional.of(scanner), new byte[1])).isEqualTo(Refusal.SCAN_DOWN);
		}
		assertThat(this.meters.find("resim.identity.examine").timer()).isNull();
	}

	private static Clamd clamd(FakeClamd server) {
		return new Clamd(server.address(), Duration.ofSeconds(20), SomeCounterparts.one());
	}

	private Refusal answer(Optional<Clamd> scanner, byte[] file) {
		try {
			var reception = new Reception(new Spool(this.folder), scanner, (upload, side) -> SEEN, Optional.empty(),
					new Counts(this.meters));
			var received = reception.receive(new ByteArrayInputStream(file), Side.FRONT);
			return ((Answer.Unfit) received.answer()).refusal();
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
