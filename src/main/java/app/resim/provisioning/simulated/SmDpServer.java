package app.resim.provisioning.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.h2.jdbcx.JdbcConnectionPool;

import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The simulated SM-DP+ without a portal around it: ES2+ over TLS with a client
 * certificate on one port, phones and faults in clear on another that only this machine
 * reaches. It keeps its profiles in an embedded database of its own.
 */
final class SmDpServer implements AutoCloseable {

	private static final String ES2PLUS = "/gsma/rsp2/es2plus/";

	private final Tomcat tomcat = new Tomcat();

	private final Connector es2plus;

	private final JdbcConnectionPool database;

	private final FaultSwitch faultSwitch = new FaultSwitch() {

		@Override
		void set(Fault next) {
			super.set(next);
			listen(!(next instanceof Fault.Down));
		}

	};

	/**
	 * What is asked for.
	 *
	 * @param port of ES2+
	 * @param phonePort of the phones and faults
	 * @param data folder of the profiles; empty to forget them at the end
	 * @param callback the portal to which installations are reported
	 * @param tls certificates
	 * @param fault what goes wrong from the start
	 */
	record Settings(int port, int phonePort, Optional<Path> data, Optional<URI> callback, TlsFolder tls, Fault fault) {
	}

	SmDpServer(Settings settings, Clock clock, RandomGenerator chance) {
		this.database = database(settings.data());
		var shelf = new Shelf(JdbcClient.create(this.database), clock);
		var notices = new Notices(settings.tls().portal(settings.callback()), this.faultSwitch, clock);
		var smDp = new SimulatedSmDp(shelf, notices, this.faultSwitch);
		this.es2plus = es2plus(settings);
		var door = new Door(new ServerController(new Functions(shelf, chance), this.faultSwitch),
				new PhoneDoor(smDp, shelf));
		start(settings, door);
	}

	private void start(Settings settings, Door door) {
		try {
			this.tomcat.setBaseDir(Files.createTempDirectory("sm-dp").toString());
			this.tomcat.setConnector(this.es2plus);
			this.tomcat.getService().addConnector(phones(settings));
			Context context = this.tomcat.addContext("", null);
			Tomcat.addServlet(context, "door", door);
			context.addServletMappingDecoded("/*", "door");
			this.tomcat.start();
			this.faultSwitch.set(settings.fault());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (LifecycleException ex) {
			throw new IllegalStateException(
					"The ports %d and %d cannot both be listened on".formatted(settings.port(), settings.phonePort()),
					ex);
		}
	}

	private static Connector es2plus(Settings settings) {
		SslStoreBundle stores = settings.tls().stores();
		var host = new SSLHostConfig();
		host.setCertificateVerification("required");
		host.setTrustStore(stores.getTrustStore());
		var own = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
		own.setCertificateKeystore(stores.getKeyStore());
		own.setCertificateKeystorePassword("");
		host.addCertificate(own);
		var connector = new Connector();
		connector.setPort(settings.port());
		connector.setScheme("https");
		connector.setSecure(true);
		connector.setProperty("SSLEnabled", "true");
		// so that a stopped one really lets go of its port
		connector.setProperty("bindOnInit", "false");
		connector.setThrowOnFailure(true);
		connector.addSslHostConfig(host);
		return connector;
	}

	private static Connector phones(Settings settings) {
		var connector = new Connector();
		connector.setPort(settings.phonePort());
		connector.setProperty("address", "127.0.0.1");
		connector.setThrowOnFailure(true);
		return connector;
	}

	private static JdbcConnectionPool database(Optional<Path> data) {
		// WRITE_DELAY=0: what was answered survives a kill
		String place = data.map(folder -> "file:" + folder.toAbsolutePath().resolve("sm-dp")).orElse("mem:sm-dp");
		var pool = JdbcConnectionPool.create(
				"jdbc:h2:" + place
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;TRACE_LEVEL_FILE=0",
				"sm-dp", "");
		try (Connection connection = pool.getConnection();
				var tables = connection.getMetaData().getTables(null, null, "simulated_profile", null)) {
			if (!tables.next()) {
				ScriptUtils.executeSqlScript(connection,
						new ClassPathResource("db/migration/V31__simulated_sm_dp.sql"));
			}
			return pool;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The profiles cannot be opened; does another one use the folder?", ex);
		}
	}

	private void listen(boolean wanted) {
		boolean listening = this.es2plus.getState().isAvailable();
		try {
			if (wanted && !listening) {
				this.es2plus.start();
			}
			else if (!wanted && listening) {
				this.es2plus.stop();
			}
		}
		catch (LifecycleException ex) {
			throw new IllegalStateException("The port of ES2+ does not open or close", ex);
		}
	}

	/** Returns when the server was stopped. */
	void await() {
		this.tomcat.getServer().await();
	}

	@Override
	public void close() throws LifecycleException {
		this.tomcat.stop();
		this.tomcat.destroy();
		this.database.dispose();
	}

	/** ES2+ on the port with certificates, phones on the other. */
	private static final class Door extends HttpServlet {

		private static final long serialVersionUID = 1;

		private final transient ServerController es2plus;

		private final transient PhoneDoor phones;

		Door(ServerController es2plus, PhoneDoor phones) {
			this.es2plus = es2plus;
			this.phones = phones;
		}

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String path = request.getRequestURI();
			if (!request.isSecure()) {
				this.phones.answer(request, response);
			}
			else if ("POST".equals(request.getMethod()) && path.startsWith(ES2PLUS)) {
				call(path.substring(ES2PLUS.length()), request, response);
			}
			else {
				response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			}
		}

		private void call(String function, HttpServletRequest request, HttpServletResponse response)
				throws IOException {
			try {
				this.es2plus.call(function, request, response);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("Stopped", ex);
			}
		}

	}

}
