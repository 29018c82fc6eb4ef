package app.resim.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.resim.FreshDatabase;
import app.resim.keys.FreshSeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What {@code script/verify-audit} says.
 */
class AnchorOfTheTrailTest {

	@TempDir
	private Path folder;

	private final List<String> said = new ArrayList<>();

	private DriverManagerDataSource database;

	private Trail trail;

	@BeforeEach
	void aTrailOfTwo() {
		this.database = (DriverManagerDataSource) FreshDatabase.h2();
		this.trail = new Trail(this.database);
		this.trail.write("a", "b");
	}

	@AfterEach
	void close() {
		this.trail.close();
	}

	@Test
	void aWholeTrailMovesTheAnchorOn() throws Exception {
		assertThat(verify()).isTrue();
		String first = Files.readString(file());
		this.trail.write("c");

		assertThat(verify()).isTrue();

		assertThat(this.said).containsExactly("The audit trail is whole: 2 rows.", "The audit trail is whole: 3 rows.");
		assertThat(Files.readString(file())).startsWith("3 ").isNotEqualTo(first);
	}

	@Test
	void aCutOffEndIsToldAndTheAnchorStays() throws Exception {
		verify();
		String anchor = Files.readString(file());
		JdbcClient.create(this.database).sql("DELETE FROM audit_entry WHERE subject = 'b'").update();
		JdbcClient.create(this.database).sql("DELETE FROM audit_link WHERE place = 2").update();

		assertThat(verify()).isFalse();

		assertThat(this.said.get(1))
			.isEqualTo("The end was cut off: the trail had 2 rows when the anchor was written, and has 1.");
		assertThat(Files.readString(file())).isEqualTo(anchor);
	}

	@Test
	void anAnchorThatSomebodyMovedBackIsRefused() throws Exception {
		verify();
		Files.writeString(file(), Files.readString(file()).replaceFirst("2", "1"));

		assertThatIllegalStateException().isThrownBy(this::verify).withMessageContaining("anchor was changed");
	}

	@Test
	void anAnchorUnderAnotherKeyIsRefused() throws Exception {
		verify();

		assertThatIllegalStateException().isThrownBy(() -> new Anchor(file(), FreshSeal.make()).read());
	}

	@Test
	void anAnchorThatIsNoneIsRefused() throws Exception {
		Files.writeString(file(), "2 no hexadecimal " + UUID.randomUUID());

		assertThatIllegalStateException().isThrownBy(this::verify);
	}

	private boolean verify() throws Exception {
		var settings = Map.of("SPRING_DATASOURCE_URL", String.valueOf(this.database.getUrl()),
				"SPRING_DATASOURCE_USERNAME", "");
		return VerifyAudit.run(settings, this.trail.seal(), Optional.of(new Anchor(file(), this.trail.seal())),
				this.said::add);
	}

	private Path file() {
		return this.folder.resolve("anchor");
	}

}
