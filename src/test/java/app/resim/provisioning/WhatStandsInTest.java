package app.resim.provisioning;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Random;

import app.resim.FreshDatabase;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import app.resim.provisioning.es2plus.StandIn;
import app.resim.provisioning.port.IccidSupply;
import app.resim.provisioning.port.LineRegister;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.simulated.SimulatedSmDp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is simulated follows from what is configured.
 */
class WhatStandsInTest {

	private static final String[] REAL_SERVER = { "resim.provisioning.es2plus.url=https://smdp.example.com",
			"resim.provisioning.es2plus.smdp-address=rsp.example.com" };

	private final WebApplicationContextRunner context = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
		.withUserConfiguration(Module.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(Random.class, () -> new Random(1))
		.withBean(FreshSeal.class.getSimpleName(), Seal.class, FreshSeal::make)
		.withBean(SimpleMeterRegistry.class)
		.withBean(JdbcClient.class, () -> JdbcClient.create(FreshDatabase.h2()))
		.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(FreshDatabase.h2()));

	@Test
	void withNothingConfiguredAllIsSimulated() {
		this.context.run(all -> {
			assertThat(all).hasSingleBean(SimulatedSmDp.class).hasSingleBean(StandIn.class);
			assertThat(all.getBean(ProfileServer.class).acceptsMatchingId()).isTrue();
			assertThat(all.getBean(ProfileServer.class).defaultAddress()).isEqualTo("smdp.example.com");
			assertThat(all.getBean(IccidSupply.class).deliver()).isNotEmpty();
			assertThat(network(all)).endsWith(".simulated");
		});
	}

	@Test
	void aConfiguredServerLeavesNothingOfTheSimulatedOne() {
		this.context.withPropertyValues(REAL_SERVER).run(all -> {
			assertThat(all).doesNotHaveBean(SimulatedSmDp.class)
				.doesNotHaveBean(StandIn.class)
				.doesNotHaveBean(IccidSupply.class);
			assertThat(all.getBeanNamesForType(Object.class))
				.filteredOn(name -> Objects.requireNonNull(all.getType(name))
					.getPackageName()
					.endsWith("provisioning.simulated"))
				.isEmpty();
			assertThat(network(all)).as("behind its shield").endsWith(".simulated");
			assertThat(all.getBean(ProfileServer.class).acceptsMatchingId()).isFalse();
			assertThat(all.getBean(ProfileServer.class).defaultAddress()).isEqualTo("rsp.example.com");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "" })
	void thePoolCanBeLeftOut(String pool) {
		this.context.withPropertyValues("resim.provisioning.iccid-pool=" + pool)
			.run(all -> assertThat(all).doesNotHaveBean(IccidSupply.class));
	}

	@Test
	void thePoolCanBeAFile() {
		this.context.withPropertyValues(REAL_SERVER)
			.withPropertyValues("resim.provisioning.iccid-pool=" + Path.of("pool's.txt").toUri())
			.run(all -> assertThat(all.getBean(IccidSupply.class)).isInstanceOf(IccidFile.class));
	}

	@Test
	void anotherNetworkAdapterReplacesTheSimulatedOne() {
		this.context.withPropertyValues("resim.provisioning.network.adapter=hlr")
			.run(all -> assertThat(all).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining(LineRegister.class.getName()));
	}

	@Test
	void aServerWithoutAnAddressForPhonesIsRefused() {
		this.context.withPropertyValues(REAL_SERVER[0])
			.run(all -> assertThat(all).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("resim.provisioning.es2plus.smdp-address is missing"));
	}

	private static String network(ApplicationContext all) {
		return ((Shielded.Register) all.getBean(LineRegister.class)).register().getClass().getPackageName();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	@ComponentScan("app.resim.provisioning")
	static class Module {

	}

}
