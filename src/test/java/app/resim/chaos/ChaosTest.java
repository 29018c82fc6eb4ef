package app.resim.chaos;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

import app.resim.chaos.Blow.Strike;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A few of the blows that {@code script/bench chaos} deals.
 */
@Tag("postgres")
class ChaosTest {

	private static final List<Strike> STRIKES = List.of(new Strike(Boundary.CONFIRM, Blow.SMDP_LOSES_ANSWERS),
			new Strike(Boundary.ATTACH, Blow.NODE_KILLED), new Strike(Boundary.OLD_SIM, Blow.DATABASE_CUT));

	@Test
	void nobodyGetsTwoProfilesOrNoneWhateverIsKilled() throws Exception {
		List<Customer> customers = Customer.many(6);
		try (Stage stage = Stage.open(customers)) {
			Tally tally = new Chaos(stage, customers, 1, new PrintStream(OutputStream.nullOutputStream())).run(STRIKES);

			assertThat(tally.faults()).isEmpty();
			assertThat(tally.missed()).isEmpty();
		}
	}

}
