package app.resim.identity.workshop;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What runs for a workshop that closes.
 */
class ProcessesTest {

	@Test
	void endTogetherAndNoneFollows() throws Exception {
		var processes = new Processes();
		Process first = processes.start(new ProcessBuilder("sleep", "600"));
		Process second = processes.start(new ProcessBuilder("sleep", "600"));
		assertThat(first.isAlive()).isTrue();
		processes.close();
		assertThat(first.isAlive()).isFalse();
		assertThat(second.isAlive()).isFalse();
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> processes.start(new ProcessBuilder("sleep", "600")));
	}

}
