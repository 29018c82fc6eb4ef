package app.resim.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

import app.resim.identity.spool.Spool;
import app.resim.identity.spool.Upload;
import app.resim.identity.worker.Answer;
import app.resim.identity.worker.Examination;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Examines in the test's own process, without looking for faces: for tests that are about
 * something else.
 */
final class InProcess {

	private static final Examination EXAMINATION = new Examination(Optional.empty(), upright -> List.of());

	private InProcess() {
	}

	static Reception reception(Path folder) throws GeneralSecurityException, IOException {
		return new Reception(new Spool(folder), Optional.empty(), InProcess::examine, Optional.empty(),
				new Counts(new SimpleMeterRegistry()));
	}

	private static Answer examine(Upload upload, Side side) {
		try (InputStream file = upload.open()) {
			return EXAMINATION.of(file.readAllBytes(), side);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
