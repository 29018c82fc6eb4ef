package app.resim.visit;

import java.time.Duration;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.kernel.BrandId;
import app.resim.visit.ShopFloor.Desk;
import app.resim.visit.ShopFloor.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the people in a shop know, on every database.
 */
abstract class ShopFloorContract {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	private final MovingClock clock = new MovingClock();

	private ShopFloor floor;

	abstract DataSource database();

	@BeforeEach
	void emptyShop() {
		JdbcClient.create(database()).sql("DELETE FROM shop_queue").update();
		JdbcClient.create(database()).sql("DELETE FROM shop_desk").update();
		this.floor = new ShopFloor(JdbcClient.create(database()), staff -> {
			if (!staff.equals("mei") && !staff.equals("kay")) {
				throw new AccessDeniedException("Not somebody of a shop");
			}
		}, this.clock);
	}

	@Test
	void peopleWhoWaitAreCountedAndNeverLessThanNobody() {
		assertThat(this.floor.waiting(TIDEWIRE, "central")).isEmpty();
		count(1, 1, -1);
		assertThat(this.floor.waiting(TIDEWIRE, "central")).contains(new Waiting(1, this.clock.instant()));
		assertThat(this.floor.waiting(TIDEWIRE, "mong-kok")).isEmpty();
		count(-1, -1);
		assertThat(this.floor.waiting(TIDEWIRE, "central")).map(Waiting::people).contains(0);
	}

	@Test
	void anOldCountSaysNothingAndTheNextBeginsAnew() {
		count(1, 1, 1);
		this.clock.move(Duration.ofMinutes(44));
		assertThat(this.floor.waiting(TIDEWIRE, "central")).map(Waiting::people).contains(3);
		count(0);
		this.clock.move(Duration.ofMinutes(44));
		assertThat(this.floor.waiting(TIDEWIRE, "central")).map(Waiting::people).contains(3);
		this.clock.move(Duration.ofMinutes(1));
		assertThat(this.floor.waiting(TIDEWIRE, "central")).isEmpty();
		count(1);
		assertThat(this.floor.waiting(TIDEWIRE, "central")).map(Waiting::people).contains(1);
	}

	@Test
	void theChosenShopIsRemembered() {
		assertThat(this.floor.desk("mei")).isEmpty();
		this.floor.choose("mei", new Desk(TIDEWIRE, "central"));
		this.floor.choose("mei", new Desk(TIDEWIRE, "sha-tin"));
		assertThat(this.floor.desk("mei")).contains(new Desk(TIDEWIRE, "sha-tin"));
		assertThat(this.floor.desk("kay")).isEmpty();
	}

	@Test
	void whoeverDoesNotWorkInAShopCountsNothing() {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.floor.count(TIDEWIRE, "central", 1, "cleo"));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.floor.choose("cleo", new Desk(TIDEWIRE, "central")));
		assertThat(this.floor.waiting(TIDEWIRE, "central")).isEmpty();
	}

	private void count(int... more) {
		for (int each : more) {
			this.floor.count(TIDEWIRE, "central", each, "mei");
		}
	}

}
