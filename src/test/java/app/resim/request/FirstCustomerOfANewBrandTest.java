package app.resim.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Reason;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.simulated.SimulatedSmDp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A brand that somebody added as a file, and a customer whom the directory counts among
 * its own: nothing else is needed.
 */
class FirstCustomerOfANewBrandTest extends WithReviewers {

	private static final BrandId FERNWEH = new BrandId("fernweh");

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private Fulfilment fulfilment;

	@Autowired
	private Provisioning provisioning;

	@Autowired
	private SimulatedSmDp smdp;

	@DynamicPropertySource
	static void aNewBrand(DynamicPropertyRegistry settings) {
		Path folder = folder();
		write(folder.resolve("fernweh.yaml"),
				read("src/main/resources/catalogue/brands.yaml").replace("id: tidewire", "id: fernweh")
					.replace("name: Tidewire Mobile\n", "name: Fernweh Mobile\n")
					.replace("HKD", "USD")
					.replace("first: USD 0", "first: USD 7")
					.replace("TIDEWIRE_ESIM_1", "FERNWEH_ESIM_9"));
		Path people = write(folder.resolve("people.txt"),
				read("src/main/resources/demo/people.yaml").replaceFirst("brand: tidewire", "brand: fernweh"));
		settings.add("resim.catalogue.brands", () -> "classpath:catalogue/brands.yaml," + folder.toUri());
		settings.add("resim.account.directory.people", people::toUri);
		settings.add("resim.data", () -> "target/new-brand");
		settings.add("spring.datasource.url",
				() -> "jdbc:h2:mem:newbrand;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
	}

	@BeforeEach
	void running() {
		this.clock.moveToTuesday();
		this.provisioning.start(LINE);
	}

	@Test
	void isServedFromTheFirstQuestionToTheInstalledEsim() {
		assertThat(this.catalogue.brands()).extracting(Brand::name)
			.containsExactly("Tidewire Mobile", "Fernweh Mobile");

		RequestReference reference = sent(Reason.DAMAGED);
		assertThat(seen(reference).brand()).isEqualTo(FERNWEH);
		assertThat(seen(reference).fee()).isEqualTo(new Money(700, "USD"));
		Legs.told(this.rows, reference);
		this.fulfilment.run(row(reference).id());

		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
		assertThat(this.requests.showEsim(reference, SAM, now())).isInstanceOfSatisfying(EsimAnswer.Shown.class,
				card -> assertThat(card.activationCode()).startsWith("LPA:1$"));
		assertThat(this.database.sql("SELECT COUNT(*) FROM profile_order WHERE profile_type = 'FERNWEH_ESIM_9'")
			.query(Long.class)
			.single()).isEqualTo(1);

		Legs.install(this.smdp);
		Awaitility.await().until(() -> seen(reference).phase() == Phase.DONE);
		this.fulfilment.run(row(reference).id());
		assertThat(row(reference).status()).isEqualTo(RequestStatus.DONE);
	}

	private static Path folder() {
		try {
			return Files.createDirectories(Path.of("target/new-brand-files"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path write(Path file, String text) {
		try {
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
