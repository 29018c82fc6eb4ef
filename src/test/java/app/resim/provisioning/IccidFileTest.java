package app.resim.provisioning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.IccidSupply.Stocked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

class IccidFileTest {

	@TempDir
	private Path folder;

	@Test
	void everyLineIsAProfileAndSlipsAreSkipped() throws Exception {
		Path file = Files.writeString(this.folder.resolve("pool.txt"), """
				# delivered in July

				8985200000000000010
				8985200000000000028F , tidewire-standard
				  8985200000000000036,lumo-standard\s
				898520000000000
				not an ICCID
				""");
		assertThat(new IccidFile(new FileSystemResource(file)).deliver()).containsExactly(
				new Stocked(new Iccid("8985200000000000010"), Optional.empty()),
				new Stocked(new Iccid("8985200000000000028"), Optional.of("tidewire-standard")),
				new Stocked(new Iccid("8985200000000000036"), Optional.of("lumo-standard")));
	}

	@Test
	void linesThatAreAddedLaterAreFound() throws Exception {
		Path file = Files.writeString(this.folder.resolve("pool.txt"), "8985200000000000010\n");
		var pool = new IccidFile(new FileSystemResource(file));
		assertThat(pool.deliver()).hasSize(1);
		Files.writeString(file, "8985200000000000010\n8985200000000000028\n");
		assertThat(pool.deliver()).hasSize(2);
	}

	@Test
	void aFileThatIsGoneIsAnEmptyPool() {
		assertThat(new IccidFile(new FileSystemResource(this.folder.resolve("gone"))).deliver()).isEmpty();
	}

}
