package app.resim.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.resim.Application;
import app.resim.identity.RememberedExaminations;
import app.resim.journey.FreePort;
import app.resim.journey.KilledServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Everything that plays a part, as an operator would run it: PostgreSQL, two nodes, an
 * SM-DP+ with its data on the disk, mutual TLS between them; and beside them the driver's
 * own Resim, which customers use and which does no work in the background.
 */
final class Stage implements AutoCloseable {

	private static final int NODES = 2;

	private static final String SMDP = "app.resim.provisioning.simulated.SmDpProgram";

	private static final String JAR = System.getProperty("resim.jar", "");

	private static final String REPORTS = "/gsma/rsp2/es2plus/handleDownloadProgressInfo";

	private final Path folder;

	private final Path tls;

	private final EmbeddedPostgres postgres;

	private final int smDpPort = FreePort.anyFree();

	private final int phonePort = FreePort.anyFree();

	private final List<Integer> ports = IntStream.range(0, NODES).mapToObj(node -> FreePort.anyFree()).toList();

	private final HttpClient asSmDp;

	private final HttpClient phone = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	final ConfigurableApplicationContext portal;

	final JdbcClient database;

	final Counterpart smDp;

	final List<Counterpart> nodes;

	private Stage(Path folder, List<Customer> customers) throws IOException, InterruptedException {
		this.folder = folder;
		this.tls = folder.resolve("tls");
		Runtime.getRuntime().addShutdownHook(new Thread(this::end));
		run(folder.resolve("certificates.log"), smDpCommand("certificates", this.tls.toString()));
		run(folder.resolve("pool.txt"), smDpCommand("iccids", "" + (customers.size() * 3 + 50)));
		Files.writeString(folder.resolve("people.yaml"), Customer.file(customers));
		this.asSmDp = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.sslContext(SslBundle
				.of(new PemSslStoreBundle(
						PemSslStoreDetails.forCertificate(file("sm-dp.crt")).withPrivateKey(file("sm-dp.key")),
						PemSslStoreDetails.forCertificate(file("testing-ca.crt"))))
				.createSslContext())
			.build();
		this.postgres = EmbeddedPostgres.builder().setServerConfig("log_error_verbosity", "terse").start();
		this.portal = portal();
		this.database = this.portal.getBean(JdbcClient.class);
		this.smDp = new Counterpart("sm-dp",
				smDpCommand("--port", "" + this.smDpPort, "--phone-port", "" + this.phonePort, "--tls",
						this.tls.toString(), "--data", folder.resolve("sm-dp").toString()),
				folder.resolve("sm-dp.log"), listensAt(this.phonePort));
		this.nodes = IntStream.range(0, NODES).mapToObj(this::node).toList();
	}

	static Stage open(List<Customer> customers) throws IOException, InterruptedException {
		var stage = new Stage(Files.createTempDirectory("chaos"), customers);
		CompletableFuture
			.allOf(Stream.concat(Stream.of(stage.smDp), stage.nodes.stream())
				.map(each -> CompletableFuture.runAsync(each::start))
				.toArray(CompletableFuture[]::new))
			.join();
		return stage;
	}

	Path folder() {
		return this.folder;
	}

	Counterpart node(String name) {
		return this.nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
	}

	/** A connection of the driver's own, to hold what nodes need next. */
	Connection connection() throws SQLException {
		return DriverManager.getConnection(jdbc("chaos"));
	}

	/** As an administrator or a failing network would. */
	void cutDatabase() {
		this.database
			.sql("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'node-%'")
			.query(Integer.class)
			.single();
	}

	void smDpMisbehaves(String fault) {
		post("/fault", "name=" + fault);
	}

	/** Whether a phone could install what stands in a code. */
	boolean install(String code) {
		return post("/phone/install", "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8))
			.filter(answer -> answer.contains("\"installed\":true") || answer.contains("8.2.6-3.8"))
			.isPresent();
	}

	private Optional<String> post(String path, String form) {
		return answer(this.phone,
				HttpRequest.newBuilder(URI.create("http://localhost:" + this.phonePort + path))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.timeout(Duration.ofSeconds(5))
					.POST(HttpRequest.BodyPublishers.ofString(form)))
			.map(HttpResponse::body);
	}

	/** Whether a node took a report of the SM-DP+. */
	boolean report(int node, String body) {
		return answer(this.asSmDp,
				HttpRequest.newBuilder(URI.create("https://localhost:" + this.ports.get(node) + REPORTS))
					.header("Content-Type", "application/json")
					.header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
					.timeout(Duration.ofSeconds(10))
					.POST(HttpRequest.BodyPublishers.ofString(body)))
			.filter(answer -> answer.statusCode() == 204)
			.isPresent();
	}

	private static Optional<HttpResponse<String>> answer(HttpClient client, HttpRequest.Builder request) {
		try {
			return Optional.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the SM-DP+ has on its disk, once it is ended. */
	JdbcClient profilesOnDisk() {
		this.smDp.kill();
		var disk = new org.h2.jdbcx.JdbcDataSource();
		disk.setUrl("jdbc:h2:file:" + this.folder.resolve("sm-dp/sm-dp") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
		disk.setUser("sm-dp");
		return JdbcClient.create(disk);
	}

	private ConfigurableApplicationContext portal() {
		List<String> settings = settings("driver");
		settings.addAll(List.of("--server.port=0", "--db-scheduler.enabled=false",
				"--spring.datasource.hikari.maximum-pool-size=30"));
		return new SpringApplicationBuilder(Application.class, RememberedExaminations.class, AsksNodes.class)
			.run(settings.toArray(String[]::new));
	}

	private Counterpart node(int index) {
		String name = "node-" + (index + 1);
		List<String> command = new ArrayList<>(List.of(KilledServer.java(), "-Xmx320m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dvaadin.productionMode=true"));
		command.addAll(program());
		command.addAll(settings(name));
		command.addAll(List.of("--server.port=" + this.ports.get(index), "--db-scheduler.scheduler-name=" + name));
		return new Counterpart(name, command, this.folder.resolve(name + ".log"), () -> report(index, "{}"));
	}

	/** The product's jar where the build made one, else the compiled classes. */
	private static List<String> program() {
		return JAR.isEmpty() ? List.of("-cp", KilledServer.classPath(), "app.resim.Application") : List.of("-jar", JAR);
	}

	/** The settings that the docs name; all else is as shipped. */
	private List<String> settings(String name) {
		return new ArrayList<>(List.of("--spring.config.additional-location=" + file("portal.yaml"),
				"--spring.main.banner-mode=off", "--spring.datasource.url=" + jdbc(name),
				"--spring.datasource.username=postgres", "--resim.data=" + this.folder.resolve(name),
				"--resim.keys.folder=" + this.folder.resolve("keys"),
				"--resim.identity.natives=" + Path.of("target/natives").toAbsolutePath(), "--resim.limits.times=1000",
				"--resim.demo.unused-code=false",
				"--resim.account.directory.people=" + this.folder.resolve("people.yaml").toUri(),
				"--resim.provisioning.iccid-pool=" + this.folder.resolve("pool.txt").toUri(),
				"--resim.provisioning.es2plus.send-matching-id=true",
				"--resim.provisioning.es2plus.url=https://localhost:" + this.smDpPort));
	}

	private String jdbc(String name) {
		return this.postgres.getJdbcUrl("postgres", "postgres") + "&ApplicationName=" + name;
	}

	private static List<String> smDpCommand(String... words) {
		List<String> command = new ArrayList<>(List.of(KilledServer.java(), "-Xmx128m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-cp", KilledServer.classPath(), SMDP));
		command.addAll(List.of(words));
		return command;
	}

	private static void run(Path output, List<String> command) throws IOException, InterruptedException {
		if (new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start()
			.waitFor() != 0) {
			throw new IllegalStateException("It failed, see " + output);
		}
	}

	private static BooleanSupplier listensAt(int port) {
		return () -> {
			try (var socket = new Socket()) {
				socket.connect(new InetSocketAddress("localhost", port), 500);
				return true;
			}
			catch (IOException ex) {
				return false;
			}
		};
	}

	private String file(String name) {
		return this.tls.resolve(name).toUri().toString();
	}

	private void end() {
		if (this.nodes != null) {
			this.nodes.forEach(Counterpart::close);
		}
		if (this.smDp != null) {
			this.smDp.close();
		}
	}

	@Override
	public void close() throws IOException {
		end();
		this.portal.close();
		this.postgres.close();
		if (!Boolean.getBoolean("chaos.keep")) {
			FileSystemUtils.deleteRecursively(this.folder);
		}
	}

}
