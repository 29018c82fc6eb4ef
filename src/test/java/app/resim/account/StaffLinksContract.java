package app.resim.account;

import java.util.Set;

import javax.sql.DataSource;

import app.resim.account.StaffMember.Role;
import app.resim.account.StaffTable.Entry;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may not decide about whom, on every database.
 */
abstract class StaffLinksContract {

	private static final StaffMember KAY = new StaffMember("kay", "Kay", Set.of(Role.REVIEWER));

	private static final StaffLink LINK = new StaffLink("kay", new SubscriberId("c-1"));

	private StaffTable table;

	abstract DataSource database();

	@BeforeEach
	void oneMember() {
		this.table = new StaffTable(JdbcClient.create(database()));
		this.table.add(new Entry(KAY, "x"));
	}

	@Test
	void aLinkIsNotedOnceAndTakenAwayOnce() {
		assertThat(this.table.link(LINK)).isTrue();
		assertThat(this.table.link(LINK)).isFalse();
		assertThat(this.table.links()).containsExactly(LINK);
		assertThat(this.table.linked("kay")).containsExactly(LINK.account());

		assertThat(this.table.unlink(LINK)).isTrue();
		assertThat(this.table.unlink(LINK)).isFalse();
		assertThat(this.table.links()).isEmpty();
	}

	@Test
	void nobodyUnknownIsLinked() {
		assertThat(this.table.link(new StaffLink("nobody", LINK.account()))).isFalse();
		assertThat(this.table.links()).isEmpty();
	}

}
