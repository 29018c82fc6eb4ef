package app.resim;

import java.nio.file.Path;

import javax.sql.DataSource;

import app.resim.keys.FreshKeySets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole application with the profile production.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartInProductionTest {

	@TempDir
	private Path folder;

	@Test
	void isRefusedWithNothingSetAndEveryWeakSpotIsNamedAtOnce(CapturedOutput output) {
		Path data = this.folder.resolve("never-made");
		SpringApplicationBuilder production = production("resim.data=" + data);
		assertThatExceptionOfType(NotForProduction.class).isThrownBy(production::run)
			.satisfies(refusal -> assertThat(refusal.weakSpots()).extracting(WeakSpot::what)
				.doesNotHaveDuplicates()
				.noneMatch(what -> what.startsWith("The bean "))
				.contains("Links in messages do not lead to an https:// address", "The customer directory is simulated",
						"The billing is simulated", "The mail server is simulated",
						"The gateway for short messages is simulated", "The network's register of lines is simulated",
						"The stock of profile numbers is simulated", "The SM-DP+ is simulated"));
		assertThat(output.getOut()).contains("APPLICATION FAILED TO START")
			.contains("set spring.mail.host")
			.doesNotContain("\tat app.resim");
		assertThat(data).doesNotExist();
	}

	/** With the adapters that Resim brings, and no code of an operator's. */
	@Test
	void succeedsWithSoundSettingsAndIsRefusedWhereADemonstrationLeftItsReviewers() throws Exception {
		FreshKeySets.in(this.folder.resolve("keys"));
		try (ConfigurableApplicationContext resim = sound().run()) {
			JdbcClient.create(resim.getBean(DataSource.class))
				.sql("INSERT INTO staff (name, display_name, password) VALUES ('kay', 'Kay', '{noop}demo-kay')")
				.update();
		}
		SpringApplicationBuilder again = sound();
		assertThatExceptionOfType(NotForProduction.class).isThrownBy(again::run)
			.satisfies(refusal -> assertThat(refusal.weakSpots()).singleElement()
				.satisfies(spot -> assertThat(spot.what()).contains("kay")));
	}

	private SpringApplicationBuilder sound() {
		return production("resim.data=" + this.folder.resolve("data"),
				"resim.keys.folder=" + this.folder.resolve("keys"), "resim.keys.create=false",
				"resim.public-url=https://replace.example.com", "resim.catalogue.brands=file:docs/brands.yaml",
				"resim.embedded-database-in-production=true", "spring.mail.host=localhost",
				"resim.notification.sms.adapter=none", "resim.account.directory.adapter=tmf",
				"resim.account.billing.adapter=tmf", "resim.provisioning.network.adapter=tmf",
				"resim.tmforum.url=https://api.example.com/tmf-api",
				"resim.tmforum.token-url=https://login.example.com/token", "resim.tmforum.client-id=resim",
				"resim.tmforum.client-secret=a-long-one", "resim.tmforum.brand=tidewire",
				"resim.tmforum.documents.HKID=identityCard", "resim.provisioning.iccid-pool=none",
				"resim.provisioning.es2plus.url=https://smdp.example.com",
				"resim.provisioning.es2plus.smdp-address=smdp.example.com",
				"resim.provisioning.es2plus.callback.secret=a-long-one");
	}

	/** Settings are arguments here, because those go before the ones of the jar. */
	private static SpringApplicationBuilder production(String... settings) {
		return new SpringApplicationBuilder(Application.class).profiles("production")
			.initializers(context -> TestPropertyValues.of("server.port=0").and(settings).applyTo(context));
	}

}
