package app.resim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import javax.sql.DataSource;

import app.resim.identity.bucket.S3Server;
import app.resim.identity.port.Vault;
import app.resim.keys.KeyService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The whole application with its pictures in a bucket and its keys in a key service.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartWithABucketAndAKeyServiceTest {

	@TempDir
	private Path folder;

	private final S3Server store = S3Server.shared();

	private final String bucket = this.store.freshBucket();

	@Test
	void keepsPicturesInTheBucketAndWithoutTheKeyServiceIsRefusedInOneSentence(CapturedOutput output) throws Exception {
		try (KeyService keys = new KeyService()) {
			try (ConfigurableApplicationContext resim = resim(keys.endpoint()).run()) {
				assertThat(Files.readString(this.folder.resolve("keys/aead.json"))).contains("encryptedKeyset");
				HealthEndpoint health = resim.getBean(HealthEndpoint.class);
				assertThat(health.healthForPath("outerSystems", "document-store").getStatus()).isEqualTo(Status.UP);
				assertThat(health.healthForPath("outerSystems", "key-service").getStatus()).isEqualTo(Status.UP);
				putAndDelete(resim.getBean(Vault.class), resim.getBean(TransactionTemplate.class));
				assertThat(JdbcClient.create(resim.getBean(DataSource.class))
					.sql("SELECT task_name FROM scheduled_tasks")
					.query(String.class)
					.list()).contains("identity.clear-bucket");
			}
			SpringApplicationBuilder alone = resim("http://127.0.0.1:9");
			assertThatException().isThrownBy(alone::run);
			assertThat(output.getOut()).contains("APPLICATION FAILED TO START")
				.contains("The key service did not answer when it was asked for the key set aead.json")
				.doesNotContain("\tat app.resim.keys");
		}
	}

	private void putAndDelete(Vault vault, TransactionTemplate transaction) {
		UUID name = UUID.randomUUID();
		Vault.Deposit deposit = vault.take(name, new byte[1]);
		assertThat(this.store.names(this.bucket)).hasSize(1);
		transaction.executeWithoutResult(status -> deposit.keep());
		assertThat(vault.get(name)).isPresent();
		transaction.executeWithoutResult(status -> vault.delete(name));
		assertThat(vault.get(name)).isEmpty();
	}

	private SpringApplicationBuilder resim(String keyService) {
		return new SpringApplicationBuilder(Application.class)
			.initializers(context -> TestPropertyValues.of(this.store.settings(this.bucket))
				.and("server.port=0", "resim.data=" + this.folder.resolve("data"),
						"resim.keys.folder=" + this.folder.resolve("keys"), "resim.keys.kms=" + KeyService.KEY,
						"resim.keys.kms-endpoint=" + keyService)
				.applyTo(context));
	}

}
