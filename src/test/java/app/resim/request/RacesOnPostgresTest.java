package app.resim.request;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

import app.resim.RacingResim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A few of the races that {@code script/bench races} runs ten thousand of, and what the
 * database says when somebody loses one.
 */
@Tag("postgres")
class RacesOnPostgresTest {

	private static final int RACES = 45;

	private static RacingResim resim;

	@BeforeAll
	static void start() throws IOException {
		resim = RacingResim.start();
	}

	@AfterAll
	static void end() throws IOException {
		resim.close();
	}

	@Test
	void neverACodeAfterAConfirmedStopNorTwoRequestsNorTwoProfiles() throws Exception {
		Races.Report report = new Races(resim.context()).run(RACES);

		assertThat(report.faults()).isEmpty();
		assertThat(report.stopped()).isEqualTo(report.races()).isGreaterThanOrEqualTo(RACES);
		assertThat(report.shown()).as("the stop was not always first").isPositive();
	}

	@Test
	void aRefusedRowIsNotQuoted() {
		JdbcClient database = resim.context().getBean(JdbcClient.class);
		String insert = """
				INSERT INTO replacement_request (id, reference, subscriber, brand, line, live_line, status, reuse_code,
				  rounds, promise_broken, people, tries, undone, created_at, saved_at, version)
				VALUES (gen_random_uuid(), ?, 'demo-1006', 'tidewire', ?, ?, 'DRAFT', false,
				  0, false, 1, 0, false, now(), now(), 0)""";
		String line = "+85255500114";
		database.sql(insert).param("RS-0000-0001").param(line).param(line).update();

		var refused = catchThrowableOfType(DuplicateKeyException.class,
				() -> database.sql(insert).param("RS-0000-0002").param(line).param(line).update());

		var told = new StringWriter();
		refused.printStackTrace(new PrintWriter(told));
		assertThat(told.toString()).contains("replacement_request_live_line_key").doesNotContain("55500114");
		database.sql("DELETE FROM replacement_request WHERE reference = 'RS-0000-0001'").update();
	}

}
