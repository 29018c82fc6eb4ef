package app.resim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One setting at a time goes wrong in an otherwise sound production.
 */
class SettingsOfAProductionTest {

	@TempDir
	private Path folder;

	private final MockEnvironment settings = new MockEnvironment();

	@BeforeEach
	void soundSettings() throws IOException {
		Files.writeString(Files.createDirectory(this.folder.resolve("keys")).resolve("aead.json"), "{}");
		Files.writeString(this.folder.resolve("keys").resolve("mac.json"), "{}");
		set("resim.public-url", "https://replace.example.com");
		set("resim.catalogue.brands", "file:/etc/resim/brands.yaml");
		set("resim.data", this.folder.resolve("data").toString());
		set("resim.keys.folder", this.folder.resolve("keys").toString());
		set("resim.keys.create", "false");
		set("spring.datasource.url", "jdbc:postgresql://database/resim");
		set("spring.datasource.password", "2nB7-long-enough");
		set("spring.mail.host", "mail.example.com");
		set("resim.provisioning.es2plus.url", "https://smdp.example.com");
		set("resim.provisioning.es2plus.callback.secret", "another-long-one");
		this.settings.setActiveProfiles("production");
	}

	@Test
	void soundSettingsHaveNoWeakSpot() {
		assertThat(ProductionGuard.of(this.settings)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					resim.demo.staff,                           true,                        resim.demo.staff=false
					resim.public-url,                           http://replace.example.com,  resim.public-url
					resim.public-url,                           '',                          resim.public-url
					spring.datasource.url,                      jdbc:h2:file:./data/resim,   spring.datasource.url
					spring.datasource.password,                 '',                          spring.datasource.password
					spring.datasource.password,                 postgres,                    spring.datasource.password
					resim.keys.create,                          true,                        resim.keys.create=false
					resim.keys.folder,                          /nowhere/keys,               resim.keys.folder
					resim.catalogue.brands,                     '',                          docs/brands.yaml
					resim.catalogue.brands,                     classpath:catalogue/brands.yaml, docs/brands.yaml
					resim.catalogue.brands,                     'file:/etc/resim/, classpath:catalogue/examples/', docs/brands.yaml
					spring.mail.host,                           '',                          spring.mail.host
					server.forward-headers-strategy,            native,                      resim.trusted-proxies
					resim.limits.times,                         1000,                        resim.limits.times
					resim.provisioning.es2plus.url,             http://smdp.example.com,     resim.provisioning.es2plus.url
					resim.provisioning.es2plus.callback.secret, '',                          callback.subject
					resim.keys.kms-endpoint,                    https://kms.example.com,     resim.keys.kms
					resim.keys.kms-region,                      eu-west-1,                   resim.keys.kms
					resim.keys.kms-endpoint,                    http://kms.example.com,      resim.keys.kms
					resim.identity.vault,                       nowhere,                     resim.identity.vault
					resim.identity.vault,                       s3,                          resim.identity.s3.
					resim.identity.s3.bucket,                   pictures,                    resim.identity.vault=s3
					resim.account.openid.customers.issuer,      http://login.example.com,    resim.account.openid.customers.issuer
					resim.account.openid.staff.issuer,          http://login.example.com,    resim.account.openid.staff.issuer
					""")
	void aWeakSettingIsNamedTogetherWithItsRemedy(String name, String weak, String remedy) {
		set(name, weak);
		assertThat(ProductionGuard.of(this.settings)).isNotEmpty()
			.allSatisfy(spot -> assertThat(spot.remedy()).contains(remedy));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			bucket,     '',     resim.identity.s3.bucket
			region,     '',     resim.identity.s3.region
			access-key, resim,  resim.identity.s3.secret-key
			secret-key, secret, resim.identity.s3.access-key
			""")
	void aBucketThatIsSetByHalfIsNamed(String name, String half, String remedy) {
		set("resim.identity.vault", "s3");
		set("resim.identity.s3.bucket", "pictures");
		set("resim.identity.s3.region", "eu-west-1");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();

		set("resim.identity.s3." + name, half);
		assertThat(ProductionGuard.of(this.settings)).singleElement()
			.satisfies(spot -> assertThat(spot.remedy()).contains(remedy));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			url,       '',                               resim.tmforum.url
			url,       http://api.example.com/tmf-api,   resim.tmforum.url
			url,       http://localhost.example.com/api, resim.tmforum.url
			token-url, http://login.example.com/token,   resim.tmforum.token-url
			token-url, '',                               resim.tmforum.ssl-bundle
			""")
	void aBackEndThatOthersCanReadOrThatKnowsNobodyIsNamed(String name, String weak, String remedy) {
		set("resim.provisioning.network.adapter", "tmf");
		set("resim.tmforum.url", "https://api.example.com/tmf-api");
		set("resim.tmforum.token-url", "https://login.example.com/token");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();

		set("resim.tmforum." + name, weak);
		assertThat(ProductionGuard.of(this.settings)).singleElement()
			.satisfies(spot -> assertThat(spot.remedy()).contains(remedy));
	}

	@ParameterizedTest
	@ValueSource(strings = { "resim.account.directory.adapter", "resim.account.billing.adapter",
			"resim.provisioning.network.adapter" })
	void whicheverOfItsPartsIsUsedABackEndHasToBeNamed(String adapter) {
		set(adapter, "tmf");
		assertThat(ProductionGuard.of(this.settings)).extracting(WeakSpot::remedy).contains("set resim.tmforum.url");
	}

	@Test
	void aBackEndBehindATunnelOnTheSameMachineIsTaken() {
		set("resim.account.directory.adapter", "tmf");
		set("resim.tmforum.url", "http://127.0.0.1:9000/tmf-api");
		set("resim.tmforum.token-url", "http://[::1]:9000/token");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();
	}

	@Test
	void theProfileDemoBesideProductionIsNamed() {
		this.settings.setActiveProfiles("production", "demo");
		assertThat(ProductionGuard.of(this.settings)).singleElement()
			.satisfies(spot -> assertThat(spot.remedy()).contains("spring.profiles.active=production"));
	}

	@Test
	void keysBesideTheDataAreNamed() {
		set("resim.data", this.folder.toString());
		assertThat(ProductionGuard.of(this.settings)).singleElement()
			.satisfies(spot -> assertThat(spot.remedy()).contains("resim.keys.folder"));
	}

	@Test
	void theEmbeddedDatabaseIsTakenWhereTheOperatorSaysSo() {
		set("spring.datasource.url", "jdbc:h2:file:/var/lib/resim/resim");
		set("resim.embedded-database-in-production", "true");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();
	}

	@Test
	void theCertificateOfTheSmDpIsAsGoodAsASecret() {
		set("resim.provisioning.es2plus.callback.secret", "");
		set("resim.provisioning.es2plus.callback.subject", "CN=smdp.example.com,O=Example");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			smpp, host,             '',                           sms.smpp.host
			smpp, ssl-bundle,       '',                           sms.smpp.plain=true
			http, url,              '',                           sms.http.url
			http, url,              http://sms.example.com/send,  sms.http.url
			http, url,              http://127.0.0.1.example.com, sms.http.url
			http, url,              no address,                   sms.http.url
			""")
	void shortMessagesThatOthersCouldReadAreNamed(String adapter, String name, String weak, String remedy) {
		set("resim.notification.sms.adapter", adapter);
		set("resim.notification.sms.smpp.host", "smsc.example.com");
		set("resim.notification.sms.smpp.ssl-bundle", "smsc");
		set("resim.notification.sms.http.url", "https://sms.example.com/send");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();

		set("resim.notification.sms." + adapter + "." + name, weak);
		assertThat(ProductionGuard.of(this.settings)).singleElement()
			.satisfies(spot -> assertThat(spot.remedy()).contains(remedy));
	}

	@ParameterizedTest
	@CsvSource({ "smpp.plain, true", "smpp.tls, true", "smpp.host, localhost", "smpp.host, 127.0.0.1",
			"smpp.host, ::1" })
	void aMessageCentreIsTakenWhereNobodyReadsAlongOrTheOperatorSaysSo(String name, String sound) {
		set("resim.notification.sms.adapter", "smpp");
		set("resim.notification.sms.smpp.host", "smsc.example.com");
		assertThat(ProductionGuard.of(this.settings)).hasSize(1);

		set("resim.notification.sms." + name, sound);
		assertThat(ProductionGuard.of(this.settings)).isEmpty();
	}

	@Test
	void aGatewayForShortMessagesOnTheSameMachineIsTaken() {
		set("resim.notification.sms.adapter", "http");
		set("resim.notification.sms.http.url", "http://[::1]:8025/send");
		assertThat(ProductionGuard.of(this.settings)).isEmpty();
	}

	private void set(String name, String text) {
		this.settings.setProperty(name, text);
	}

}
