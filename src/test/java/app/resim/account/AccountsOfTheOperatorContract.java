package app.resim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.account.StaffMember.Role;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.AuditedEvent;
import app.resim.openid.Identities;
import app.resim.openid.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whose account of the operator it is, and what it opens.
 */
abstract class AccountsOfTheOperatorContract {

	private final MovingClock clock = new MovingClock();

	private final List<AuditedEvent> trail = new CopyOnWriteArrayList<>();

	private final SmallDirectory directory = new SmallDirectory();

	private final MockEnvironment settings = new MockEnvironment();

	private JdbcClient database;

	private TransactionTemplate transaction;

	private StaffTable table;

	abstract DataSource database();

	@BeforeEach
	void begin() {
		DataSource source = database();
		this.database = JdbcClient.create(source);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
		this.table = new StaffTable(this.database);
	}

	@Test
	void theSubjectIsTheDirectorysKeyUnlessAnotherClaimIsNamed() {
		assertThat(customer(somebody(Map.of("sub", "c-1")))).isInstanceOf(AccountAnswer.Known.class);
		this.settings.setProperty("resim.account.openid.customers.claim", "customer.number");
		assertThat(customer(somebody(Map.of("sub", "c-1")))).isEqualTo(new AccountAnswer.Unknown());
		assertThat(customer(somebody(Map.of("sub", "x", "customer", Map.of("number", "c-1")))))
			.isInstanceOf(AccountAnswer.Known.class);
	}

	@Test
	void aKeyThatIsNoneBelongsToNobody() {
		for (Object odd : List.of("c-2", "x".repeat(65), " ", 42, List.of("c-1"), Map.of())) {
			this.settings.setProperty("resim.account.openid.customers.claim", "number");
			assertThat(customer(somebody(Map.of("number", odd)))).as("%s", odd).isEqualTo(new AccountAnswer.Unknown());
		}
		assertThat(this.trail).allSatisfy(row -> {
			assertThat(row.deed()).isEqualTo("sign-in.failed");
			assertThat(row.subject()).isEqualTo("nobody");
			assertThat(row.details()).isEqualTo("unknown account");
		});
	}

	@Test
	void aMailboxLeadsToACustomerOnlyWhereThatIsSetAndOnlyIfVerified() {
		Map<String, Object> verified = Map.of("email", "sam.demo@example.com", "email_verified", true);
		assertThat(customer(somebody(verified))).isEqualTo(new AccountAnswer.Unknown());

		this.settings.setProperty("resim.account.openid.customers.verified-email", "true");
		assertThat(customer(somebody(verified))).isInstanceOf(AccountAnswer.Known.class);
		assertThat(customer(somebody(Map.of("email", "sam.demo@example.com", "email_verified", false))))
			.isEqualTo(new AccountAnswer.Unknown());
		assertThat(customer(somebody(Map.of("email", "sam.demo@example.com")))).isEqualTo(new AccountAnswer.Unknown());
		assertThat(customer(somebody(Map.of("sub", "c-1")))).isEqualTo(new AccountAnswer.Unknown());
	}

	@Test
	void anAccountIsWorthTheMailboxAndTheTrailSaysWhich() {
		Proven proven = known(somebody(Map.of("sub", "c-1")));
		assertThat(proven).isEqualTo(new Proven(Factor.OPERATOR_ACCOUNT, this.clock.instant(), Instant.EPOCH));
		assertThat(this.trail).singleElement().satisfies(row -> {
			assertThat(row.deed()).isEqualTo("factor.proven");
			assertThat(row.details()).isEqualTo("OPERATOR_ACCOUNT");
		});
	}

	@Test
	void aStrongAccountIsAsOldAsItsClaimSays() {
		assertThat(known(strong(Map.of("sub", "c-1"))))
			.isEqualTo(new Proven(Factor.STRONG_OPERATOR_ACCOUNT, this.clock.instant(), Instant.EPOCH));

		this.settings.setProperty("resim.account.openid.customers.since-claim", "mfa_since");
		Instant since = this.clock.instant().minus(Duration.ofDays(8));
		assertThat(known(strong(Map.of("sub", "c-1", "mfa_since", since.getEpochSecond()))).since()).isEqualTo(since);
		assertThat(known(strong(Map.of("sub", "c-1"))).since()).isEqualTo(this.clock.instant());
		assertThat(known(strong(Map.of("sub", "c-1", "mfa_since", "long ago"))).since())
			.isEqualTo(this.clock.instant());
	}

	@Test
	void aDirectoryThatIsAwayIsNotTakenForAnUnknownCustomer() {
		this.directory.reachable = false;
		assertThatThrownBy(() -> customer(somebody(Map.of("sub", "c-1")))).isInstanceOf(DirectoryUnreachable.class);
	}

	@Test
	void staffHasTheRolesThatTheAccountNamesAndNoOthers() {
		assertThat(staff(colleague("s-1", "Mia", "desk", "unknown", "boss")))
			.isEqualTo(new StaffAnswer.Known(new StaffMember("mia", "Mia Lam", Set.of(Role.REVIEWER, Role.SENIOR))));
		assertThat(this.table.find("mia")).map(StaffTable.Entry::member)
			.map(StaffMember::roles)
			.contains(Set.of(Role.REVIEWER, Role.SENIOR));
	}

	@Test
	void whoeverHasNoRoleIsNotEvenAdded() {
		assertThat(staff(colleague("s-1", "mia", "unknown"))).isEqualTo(new StaffAnswer.Refused());
		assertThat(staff(colleague("s-1", "mia"))).isEqualTo(new StaffAnswer.Refused());
		assertThat(this.table.find("mia")).isEmpty();
		assertThat(deeds()).containsOnly("staff.refused account without a role");
	}

	@Test
	void whoeverLosesARoleThereLosesItHere() {
		staff(colleague("s-1", "mia", "desk", "boss"));
		assertThat(staff(colleague("s-1", "mia", "desk"))).isEqualTo(known("mia", Role.REVIEWER));
		assertThat(staff(colleague("s-1", "mia", "unknown"))).isEqualTo(new StaffAnswer.Refused());
		assertThat(this.table.find("mia").orElseThrow().member().roles()).isEmpty();
	}

	@Test
	void aNewNameThereIsStillTheSamePersonHere() {
		staff(colleague("s-1", "mia", "desk"));
		assertThat(staff(colleague("s-1", "hugo", "desk"))).isEqualTo(known("mia", Role.REVIEWER));
		assertThat(this.table.find("hugo")).isEmpty();
	}

	@Test
	void nobodyBecomesAColleagueByTakingTheirName() {
		this.table.add(new StaffTable.Entry(new StaffMember("kay", "Kay", Set.of(Role.SENIOR)), "{noop}x"));
		staff(colleague("s-1", "mia", "desk"));

		assertThat(staff(colleague("s-2", "mia", "desk"))).isEqualTo(new StaffAnswer.Refused());
		assertThat(staff(colleague("s-3", "KAY", "desk"))).isEqualTo(new StaffAnswer.Refused());
		assertThat(this.table.find("kay").orElseThrow().member().roles()).containsExactly(Role.SENIOR);
		assertThat(deeds()).contains("staff.refused name of the account is taken");
	}

	@Test
	void aColleagueOfBeforeIsJoinedByHand() {
		this.table.add(new StaffTable.Entry(new StaffMember("kay", "Kay", Set.of(Role.SENIOR)), "{noop}x"));
		this.database
			.sql("UPDATE staff SET openid_issuer = 'https://login.example', openid_subject = 's-9' WHERE name = 'kay'")
			.update();
		assertThat(staff(colleague("s-9", "somebody", "desk"))).isEqualTo(known("kay", Role.REVIEWER));
	}

	@Test
	void aNameThatIsNoneIsRefused() {
		for (String name : List.of("", "a b", "x".repeat(61), "<b>", "a\nb")) {
			assertThat(staff(colleague("s-1", name, "desk"))).as(name).isEqualTo(new StaffAnswer.Refused());
		}
	}

	@Test
	void nobodyKnowsThePasswordOfAnAccount() {
		staff(colleague("s-1", "mia", "desk"));
		String kept = this.table.find("mia").orElseThrow().password();
		assertThat(kept).startsWith("{bcrypt}");
		assertThat(Passwords.match("", kept)).isFalse();
	}

	@Test
	void theTrailTellsWhoCameHowAndWithWhichRoles() {
		staff(colleague("s-1", "mia", "boss", "desk"));
		staff(colleague("s-1", "mia", "boss", "desk"));
		assertThat(deeds()).containsExactly("staff.roles-told REVIEWER SENIOR", "staff.account-proven OPERATOR_ACCOUNT",
				"staff.account-proven OPERATOR_ACCOUNT");
	}

	@Test
	void passwordsAreTurnedOffOnlyWhereThereIsAnotherWay() {
		assertThat(accounts().passwords()).isTrue();
		this.settings.setProperty("resim.account.openid.staff.passwords", "false");
		assertThatThrownBy(this::accounts).hasMessageContaining("no way in");
		this.settings.setProperty("resim.account.openid.staff.issuer", "https://login.example");
		assertThat(accounts().passwords()).isFalse();
	}

	private static StaffAnswer known(String name, Role... roles) {
		return new StaffAnswer.Known(new StaffMember(name, "Mia Lam", Set.of(roles)));
	}

	private List<String> deeds() {
		return this.trail.stream().map(row -> row.deed() + " " + row.details()).toList();
	}

	private StaffAnswer staff(Identity identity) {
		this.settings.setProperty("resim.account.openid.staff.roles.reviewer", "desk, other");
		this.settings.setProperty("resim.account.openid.staff.roles.senior", "boss");
		return accounts().enter(identity);
	}

	private StaffAccounts accounts() {
		return new StaffAccounts(this.table, this.settings, this.transaction,
				event -> this.trail.add((AuditedEvent) event), this.clock, new Random(1));
	}

	private Identity colleague(String subject, String name, String... roles) {
		return somebody(Map.of("sub", subject, "preferred_username", name, "name", "Mia Lam", "roles", List.of(roles)));
	}

	private Identity somebody(Map<String, Object> claims) {
		return Identities.of(this.clock.instant(), false, claims);
	}

	private Identity strong(Map<String, Object> claims) {
		return Identities.of(this.clock.instant(), true, claims);
	}

	private Proven known(Identity identity) {
		return ((AccountAnswer.Known) customer(identity)).proven();
	}

	private AccountAnswer customer(Identity identity) {
		return new OperatorAccounts(this.directory, this.settings, this.transaction,
				event -> this.trail.add((AuditedEvent) event), this.clock)
			.enter(identity);
	}

}
