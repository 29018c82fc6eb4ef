package app.resim.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion.Named;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

class StartWithFilesOfAnOperatorTest {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private final DataSource database = FreshDatabase.h2();

	private final ApplicationContextRunner start = new ApplicationContextRunner()
		.withUserConfiguration(DeviceLists.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(JdbcClient.class, () -> JdbcClient.create(this.database))
		.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(this.database))
		.withBean(EditionTable.class)
		.withBean(PresentBrands.class)
		.withBean(Catalogue.class)
		.withBean(UnknownNames.class)
		.withBean(Devices.class);

	@Test
	void withoutFilesTheShippedOnesAreUsed() {
		this.start.run(portal -> {
			assertThat(portal.getBean(Catalogue.class).front().id().brand()).isEqualTo("tidewire");
			assertThat(portal.getBean(Devices.class).matching("iphone")).isNotEmpty();
		});
	}

	@Test
	void theOperatorsFilesReplaceTheBrandsAndOverrideTheDevices() throws IOException {
		Path brands = file("brands.yaml", Files.readString(Path.of("src/main/resources/catalogue/brands.yaml"))
			.replace("id: tidewire", "id: ours"));
		Path devices = file("devices.tsv", "maker\tname\tesim\nApple\tiPhone XR\tno\n");

		this.start
			.withPropertyValues("resim.catalogue.brands=" + brands.toUri(),
					"resim.catalogue.devices=" + devices.toUri())
			.run(portal -> {
				assertThat(portal.getBean(Catalogue.class).front().id().brand()).isEqualTo("ours");
				assertThat(portal.getBean(Devices.class).check(new Named("iPhone XR")).verdict())
					.isEqualTo(Verdict.NOT_COMPATIBLE);
			});
	}

	@Test
	void severalFilesAndFoldersAreReadInTheirOrder() throws IOException {
		Path several = Files.createDirectory(this.folder.resolve("several"));
		brandFile(several.resolve("2.yaml"), "second");
		brandFile(several.resolve("1.yaml"), "first");
		Files.writeString(several.resolve("readme.txt"), "no brand");
		Path last = brandFile(this.folder.resolve("last.yaml"), "last");

		for (String named : List.of(several.toUri() + ", " + last.toUri(),
				several.toUri().toString().replaceFirst("/$", "") + "," + last.toUri())) {
			this.start.withPropertyValues("resim.catalogue.brands=" + named)
				.run(portal -> assertThat(portal.getBean(Catalogue.class).brands())
					.extracting(brand -> brand.id().brand())
					.containsExactly("first", "second", "last"));
		}
	}

	@Test
	void oneKeyInTwoFilesStopsTheStart() throws IOException {
		Path one = brandFile(this.folder.resolve("one.yaml"), "ours");
		Path other = brandFile(this.folder.resolve("other.yaml"), "ours");

		this.start.withPropertyValues("resim.catalogue.brands=" + one.toUri() + "," + other.toUri())
			.run(portal -> assertThat(report(portal.getStartupFailure())).contains("other.yaml")
				.contains("another file has a brand with the id ours"));
	}

	@Test
	void aFolderWithoutBrandsStopsTheStart() throws IOException {
		Path empty = Files.createDirectory(this.folder.resolve("empty"));

		this.start.withPropertyValues("resim.catalogue.brands=" + empty.toUri())
			.run(portal -> assertThat(report(portal.getStartupFailure())).contains("no file that ends in .yaml"));
	}

	@Test
	void aBrokenFileStopsTheStartWithOneSentence() throws IOException {
		Path devices = file("devices.tsv", "maker\tname\tesim\nApple\tiPhone XR\tperhaps\n");

		this.start.withPropertyValues("resim.catalogue.devices=" + devices.toUri()).run(portal -> {
			assertThat(portal).hasFailed();
			assertThat(report(portal.getStartupFailure())).contains("devices.tsv")
				.contains("line 2: esim: 'perhaps' is none of [yes, some, no].");
		});
	}

	@Test
	void aFileThatIsNotThereStopsTheStart() {
		this.start.withPropertyValues("resim.catalogue.devices=file:/none/devices.tsv")
			.run(portal -> assertThat(report(portal.getStartupFailure())).contains("cannot be read"));
	}

	private static Path brandFile(Path file, String id) throws IOException {
		return Files.writeString(file, Files.readString(Path.of("src/main/resources/catalogue/brands.yaml"))
			.replace("id: tidewire", "id: " + id));
	}

	private static String report(@Nullable Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog("test")))
			.stream()
			.filter(CatalogueFileReport.class::isInstance)
			.map(analyzer -> analyzer.analyze(Objects.requireNonNull(failure)))
			.filter(Objects::nonNull)
			.map(FailureAnalysis::getDescription)
			.findFirst()
			.orElseThrow();
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

}
