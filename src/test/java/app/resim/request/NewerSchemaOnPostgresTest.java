package app.resim.request;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("postgres")
class NewerSchemaOnPostgresTest extends NewerSchemaContract {

	private @Nullable EmbeddedPostgres server;

	@Override
	DriverManagerDataSource database() throws IOException {
		this.server = EmbeddedPostgres.builder().setServerConfig("log_error_verbosity", "terse").start();
		return new DriverManagerDataSource(this.server.getJdbcUrl("postgres", "postgres"), "postgres", "");
	}

	@AfterEach
	void stop() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

}
