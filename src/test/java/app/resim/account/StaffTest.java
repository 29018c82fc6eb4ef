package app.resim.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.StaffMember.Role;
import app.resim.account.StaffTable.Entry;
import app.resim.kernel.AuditedEvent;
import app.resim.keys.FreshSeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class StaffTest {

	private static final StaffMember KAY = new StaffMember("kay", "Kay Lam (demo)", Set.of(Role.REVIEWER));

	private final MovingClock clock = new MovingClock();

	private final List<AuditedEvent> trail = new CopyOnWriteArrayList<>();

	private JdbcClient database;

	private TransactionTemplate transaction;

	private StaffTable table;

	private SlowDown slowDown;

	private Staff staff;

	@BeforeEach
	void hire() {
		DataSource source = FreshDatabase.h2();
		this.database = JdbcClient.create(source);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
		this.table = new StaffTable(this.database);
		this.slowDown = new SlowDown(this.database, FreshSeal.make(), this.clock);
		this.staff = new Staff(this.table, this.slowDown, this.transaction,
				event -> this.trail.add((AuditedEvent) event), this.clock);
		new DemoStaff(this.table, apps()).run(new DefaultApplicationArguments());
	}

	@Test
	void theRightPasswordSignsIn() {
		assertThat(this.staff.check("kay", "demo-kay")).contains(KAY);
		assertThat(this.staff.check(" KAY ", "demo-kay")).contains(KAY);
		assertThat(this.staff.check("hugo", "demo-hugo")).map(StaffMember::roles)
			.contains(Set.of(Role.REVIEWER, Role.SENIOR));
	}

	@Test
	void anythingElseDoesNot() {
		assertThat(this.staff.check("kay", "demo-hugo")).isEmpty();
		assertThat(this.staff.check("kay", "")).isEmpty();
		assertThat(this.staff.check("kay", "demo-kay ")).isEmpty();
		assertThat(this.staff.check("nobody", "demo-kay")).isEmpty();
		assertThat(this.staff.check("", "")).isEmpty();
		assertThat(this.staff.check("x".repeat(1_000_000), "x".repeat(1_000_000))).isEmpty();
	}

	@Test
	void publishedPasswordsAreFoundAsLongAsTheyAreInUse() {
		assertThat(this.staff.withPublishedPasswords()).containsExactly("ada", "cleo", "fay", "hugo", "kay", "mei");

		this.database.sql("UPDATE staff SET password = ? WHERE name = 'kay'")
			.param(Passwords.encode("another"))
			.update();
		this.database.sql("DELETE FROM staff WHERE name <> 'kay'").update();

		assertThat(this.staff.withPublishedPasswords()).isEmpty();
		assertThat(this.trail).isEmpty();
	}

	@Test
	void aPasswordThatOnlyBeginsLikeTheRightOneIsWrong() {
		String longest = "p".repeat(72);
		this.table.add(new Entry(new StaffMember("lee", "Lee (demo)", Set.of()), Passwords.encode(longest)));

		assertThat(this.staff.check("lee", longest)).isPresent();
		assertThat(this.staff.check("lee", longest + "p")).isEmpty();
	}

	@Test
	void whileANameWaitsEvenTheRightPasswordIsRefused() {
		guess("kay", 9);
		this.staff.check("kay", "wrong");

		assertThat(this.staff.check("kay", "demo-kay")).isEmpty();
		this.clock.move(Duration.ofSeconds(30));
		assertThat(this.staff.check("kay", "demo-kay")).contains(KAY);
	}

	@Test
	void theRightPasswordForgetsFailures() {
		guess("kay", 9);
		assertThat(this.staff.check("kay", "demo-kay")).contains(KAY);

		guess("kay", 9);
		assertThat(this.staff.check("kay", "demo-kay")).contains(KAY);
	}

	@Test
	void namesWaitEachForThemselvesAndUnknownOnesToo() {
		guess("ghost", 10);
		this.staff.check("ghost", "wrong");

		assertThat(this.trail).last().extracting(AuditedEvent::details).isEqualTo("slowed down");
		assertThat(this.staff.check("kay", "demo-kay")).contains(KAY);
	}

	@Test
	void theTrailNamesStaffButNeverWhatAStrangerTyped() {
		this.staff.check("kay", "demo-kay");
		this.staff.check("kay", "wrong");
		this.staff.check("demo-kay", "kay");

		assertThat(this.trail).extracting(AuditedEvent::deed)
			.containsExactly("staff.password-proven", "staff.refused", "staff.refused");
		assertThat(this.trail).extracting(AuditedEvent::subject).containsExactly("kay", "kay", "nobody");
	}

	@Test
	void somebodyIsFoundByName() {
		assertThat(this.staff.find("Kay")).contains(KAY);
		assertThat(this.staff.find("nobody")).isEmpty();
	}

	@Test
	void aSecondStartChangesNoPassword() {
		this.database.sql("UPDATE staff SET password = ? WHERE name = 'kay'").param(Passwords.encode("own")).update();
		new DemoStaff(this.table, apps()).run(new DefaultApplicationArguments());

		assertThat(this.staff.check("kay", "own")).isEqualTo(Optional.of(KAY));
	}

	/** Without the password, whose comparison takes its time on purpose. */
	private void guess(String name, int times) {
		for (int i = 0; i < times; i++) {
			this.slowDown.takeTurn(name);
		}
	}

	private AuthenticatorApps apps() {
		return new AuthenticatorApps(this.database, FreshSeal.make(), this.slowDown, this.transaction, event -> {
		}, this.clock, new Random(3));
	}

}
