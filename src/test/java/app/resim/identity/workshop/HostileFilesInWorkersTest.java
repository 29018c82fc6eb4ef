package app.resim.identity.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.identity.cleaning.HostileFiles;
import app.resim.identity.spool.Spool;
import app.resim.identity.worker.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All hostile files, one after the other, the whole way from the spool to a real worker.
 */
class HostileFilesInWorkersTest {

	@TempDir
	private Path folder;

	private final List<String> replaced = Collections.synchronizedList(new ArrayList<>());

	@Test
	void eachOneGetsAnAnswerAndTheNextCustomerAPicture() throws IOException, GeneralSecurityException {
		Map<String, byte[]> files = HostileFiles.all();
		assertThat(files).hasSizeGreaterThan(250);
		Map<Refusal, Integer> refused = new ConcurrentHashMap<>();
		var spool = new Spool(this.folder);
		try (var workshop = workshop()) {
			files.entrySet().stream().parallel().forEach(entry -> {
				if (examine(spool, workshop, entry.getValue()) instanceof Answer.Unfit(Refusal refusal)) {
					refused.merge(refusal, 1, Integer::sum);
					assertThat(refusal).as(entry.getKey()).isNotEqualTo(Refusal.BUSY);
				}
			});
			assertThat(examine(spool, workshop, SpecimenPictures.idCard())).isInstanceOf(Answer.Examined.class);
		}
		assertThat(this.replaced).hasSize(refused.getOrDefault(Refusal.FAILED, 0));
		assertThat(refused).containsKeys(Refusal.EMPTY, Refusal.TOO_BIG, Refusal.WRONG_TYPE, Refusal.HEIC,
				Refusal.TOO_MANY_PIXELS, Refusal.TOO_SMALL, Refusal.INCOMPLETE, Refusal.DAMAGED, Refusal.PDF_LOCKED,
				Refusal.PDF_PAGES);
		assertThat(this.folder).isEmptyDirectory();
	}

	private Workshop workshop() {
		return new Workshop(RealWorkers.here(),
				new Workshop.Terms(3, Duration.ofSeconds(60), Duration.ofSeconds(10), 1_000), this.replaced::add);
	}

	private static Answer examine(Spool spool, Workshop workshop, byte[] file) {
		try (var upload = spool.take(new ByteArrayInputStream(file), 15 * 1024 * 1024)) {
			return workshop.examine(upload, Side.FRONT);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
