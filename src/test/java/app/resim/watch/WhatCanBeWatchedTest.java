package app.resim.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import app.resim.MovingClock;
import app.resim.TestTime;
import app.resim.counterpart.Counterpart;
import app.resim.counterpart.Counterparts;
import app.resim.identity.RememberedExaminations;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import app.resim.request.SomeRequests;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody who operates Resim sees of it, and what nobody sees.
 */
@Tag("module")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "db-scheduler.enabled=false",
		"resim.data=target/watched", "resim.limits.times=50", "resim.notification.head-start=PT0S",
		"management.server.port=0", "resim.counterparts.failures=5", "management.opentelemetry.enabled=true",
		"management.tracing.sampling.probability=1.0",
		"spring.datasource.url=jdbc:h2:mem:watched;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@Import({ TestTime.class, RememberedExaminations.class, WhatCanBeWatchedTest.Caught.class })
class WhatCanBeWatchedTest {

	/**
	 * Numbers of phones, codes, addresses of mail, references and ways to stop. A number
	 * within another number or behind its point is a measured figure.
	 */
	private static final Pattern PERSONAL = Pattern
		.compile("(?<![0-9.])\\+?852[0-9]{6,}|LPA:|1\\$|@[a-z]|RS-[0-9A-Z]{4}-|demo-1[0-9]{3}|stop-it");

	/** They are there from the first of their kind on. */
	private static final Set<String> RARE = Set.of("resim_identity_worker_restarts_total",
			"resim_identity_refusals_total", "resim_identity_examine_seconds_bucket");

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int customers;

	@LocalManagementPort
	private int operators;

	@Autowired
	private BeanFactory resim;

	@Autowired
	private Counterparts counterparts;

	@Autowired
	private Caught caught;

	@Autowired
	private MovingClock clock;

	@Test
	void figuresTellWhatHappensAndNothingAboutAnybody() throws Exception {
		SomeRequests.walk(this.resim);
		tooOften();

		this.clock.move(Duration.ofSeconds(10));

		String figures = operators("/actuator/prometheus").body();

		assertThat(figures).contains("resim_request_moves_total{", "deed=\"request.submitted\"",
				"resim_es2plus_calls_seconds_count{", "function=\"downloadOrder\"", "outcome=\"done\"",
				"resim_worklist_cases{", "resim_queue_jobs", "resim_queue_events", "resim_counterpart_answers{",
				"resim_limits_refused_total{");
		assertThat(figures).doesNotContainPattern(PERSONAL);
		assertThat(figures).as("somebody waits").containsPattern("resim_worklist_cases\\{part=\"all\"\\} [1-9]");
		assertThat(shownOnTheBoard()).hasSizeGreaterThan(12).allSatisfy(name -> {
			if (!RARE.contains(name)) {
				assertThat(figures).contains("\n" + name);
			}
		});
	}

	private void tooOften() {
		Limits limits = this.resim.getBean(Limits.class);
		while (limits.take(Deed.SUBMIT, Asker.account("somebody")) instanceof Turn.Granted) {
			// until it is refused
		}
	}

	private static Set<String> shownOnTheBoard() throws IOException {
		var names = new TreeSet<String>();
		var name = Pattern.compile("(?:resim|http_server|hikaricp|jvm|process)_[a-z0-9_]+")
			.matcher(Files.readString(Path.of("deploy/grafana/resim.json")));
		while (name.find()) {
			names.add(name.group());
		}
		return names;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/ready", "/actuator/prometheus",
			"/actuator/health/counterparts" })
	void customersReachNothingOfIt(String path) throws Exception {
		assertThat(get(this.customers, path).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/configprops", "/actuator/heapdump", "/actuator/loggers",
			"/actuator/beans", "/actuator/scheduledtasks", "/", "/lines", "/staff", "/sign-in" })
	void operatorsReachNothingElse(String path) throws Exception {
		assertThat(operators(path).statusCode()).isEqualTo(404);
	}

	@Test
	void healthIsOneWordForStrangers() throws Exception {
		assertThat(operators("/actuator/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(operators("/actuator/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(operators("/actuator/health").body()).doesNotContain("components", "details");
		assertThat(operators("/actuator/health/db").body()).doesNotContain("details", "H2");
	}

	@Test
	void aCounterpartThatIsAwayIsNamedAndTakesNoNodeAway() throws Exception {
		Counterpart server = this.counterparts.of("sm-dp+");
		for (int call = 0; call < 20; call++) {
			server.ask(() -> "nothing", answer -> true, () -> "spared");
		}

		HttpResponse<String> all = operators("/actuator/health/counterparts");
		assertThat(all.statusCode()).as(all.body()).isEqualTo(503);
		assertThat(all.body()).contains("\"sm-dp+\":{\"status\":\"DOWN\"}").doesNotContain("details");
		assertThat(operators("/actuator/health/ready").statusCode()).isEqualTo(200);
		assertThat(operators("/actuator/health/live").statusCode()).isEqualTo(200);
		assertThat(operators("/actuator/prometheus").body())
			.contains("resim_counterpart_answers{counterpart=\"sm-dp+\"} 0");

		this.clock.move(Duration.ofSeconds(11));
		server.ask(() -> "something", answer -> false, () -> "spared");
		server.ask(() -> "something", answer -> false, () -> "spared");
		assertThat(operators("/actuator/health/counterparts").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "document-store", "malware-scanner", "key-service" })
	void whatIsNeverSparedIsNamedTooAndTakesNoNodeAway(String name) throws Exception {
		Counterpart needed = this.counterparts.of(name);
		for (int call = 0; call < 20; call++) {
			assertThat(needed.heed(() -> "nothing", answer -> true)).isEqualTo("nothing");
		}

		assertThat(operators("/actuator/health/counterparts").body()).contains("\"" + name + "\":{\"status\":\"DOWN\"}")
			.doesNotContain("details");
		assertThat(operators("/actuator/health/ready").statusCode()).isEqualTo(200);
		assertThat(operators("/actuator/health/live").statusCode()).isEqualTo(200);

		this.clock.move(Duration.ofSeconds(11));
		needed.heed(() -> "something", answer -> false);
		needed.heed(() -> "something", answer -> false);
		assertThat(operators("/actuator/health/counterparts").statusCode()).isEqualTo(200);
	}

	@Test
	void tracesCarryNoAddressAndNoWordOfAnException() throws Exception {
		get(this.customers, "/not-me/email/RS-7K4M-29QD/stop-it?number=%2B85255500142");
		get(this.customers, "/requests/RS-7K4M-29QD?who=sam@example.org");
		this.resim.getBean(SdkTracerProvider.class).forceFlush().join(5, java.util.concurrent.TimeUnit.SECONDS);

		assertThat(this.caught.spans).isNotEmpty();
		assertThat(this.caught.spans).extracting(SpanData::getName).anyMatch(name -> name.contains("{stop}"));
		assertThat(this.caught.told()).doesNotContainPattern(PERSONAL).doesNotContain("RS-", "sam");
	}

	private HttpResponse<String> operators(String path) throws IOException, InterruptedException {
		return get(this.operators, path);
	}

	private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	/** A collector of traces. */
	static class Caught {

		private final List<SpanData> spans = new CopyOnWriteArrayList<>();

		@Bean
		SpanExporter collector() {
			return new SpanExporter() {
				@Override
				public CompletableResultCode export(Collection<SpanData> more) {
					Caught.this.spans.addAll(more);
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode flush() {
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode shutdown() {
					return CompletableResultCode.ofSuccess();
				}
			};
		}

		String told() {
			var text = new StringBuilder();
			this.spans.forEach(span -> text.append(span.getName())
				.append(span.getAttributes())
				.append(span.getEvents())
				.append(span.getStatus())
				.append('\n'));
			return text.toString();
		}

	}

}
