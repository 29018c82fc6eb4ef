package app.resim.ui.backoffice;

import app.resim.catalogue.DeviceQuestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceNamesPageTest extends AtTheDesk {

	@BeforeEach
	void noNames() {
		this.database.sql("DELETE FROM unknown_device").update();
	}

	@Test
	void saysKindlyThatTheListKnewEveryName() {
		navigate(DeviceNamesPage.class);

		assertThat(page()).contains("The list has known every name so far.");
	}

	@Test
	void showsWhatTheListDidNotKnowTheMostAskedFirst() {
		ask("Galaxy Z99 Ultra");
		ask("Nokia 3310");
		ask("Nokia 3310");

		navigate(DeviceNamesPage.class);

		assertThat(page()).containsSubsequence("nokia 3310", "2", "galaxy z99 ultra", "1");
	}

	private void ask(String name) {
		this.devices.check(new DeviceQuestion.Named(name));
	}

}
