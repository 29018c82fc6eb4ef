package app.resim;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole application with the profile production and nothing else set.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartInProductionTest {

	@Test
	void isRefusedAndEveryWeakSpotIsNamedAtOnce(CapturedOutput output) {
		SpringApplication production = new SpringApplicationBuilder(Application.class).profiles("production")
			.web(WebApplicationType.SERVLET)
			.properties("server.port=0", "resim.data=target/never-made")
			.build();
		assertThatExceptionOfType(NotForProduction.class).isThrownBy(production::run)
			.satisfies(refusal -> assertThat(refusal.weakSpots()).extracting(WeakSpot::what)
				.doesNotHaveDuplicates()
				.noneMatch(what -> what.startsWith("The bean "))
				.contains("Links in messages do not lead to an https:// address", "The customer directory is simulated",
						"The SM-DP+ is simulated"));
		assertThat(output.getOut()).contains("APPLICATION FAILED TO START")
			.contains("set spring.mail.host")
			.doesNotContain("\tat app.resim");
		assertThat(Path.of("target/never-made")).doesNotExist();
	}

}
