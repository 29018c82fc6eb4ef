package app.resim.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import app.resim.account.StaffMember.Role;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The operator's staff as the database keeps them.
 */
@Component
class StaffTable {

	private final JdbcClient database;

	StaffTable(JdbcClient database) {
		this.database = database;
	}

	@Transactional(readOnly = true)
	Optional<Entry> find(String name) {
		Set<Role> roles = roles(name);
		return this.database.sql("SELECT display_name, password FROM staff WHERE name = ?")
			.param(name)
			.query((row, index) -> new Entry(new StaffMember(name, row.getString("display_name"), roles),
					row.getString("password")))
			.optional();
	}

	@Transactional(readOnly = true)
	List<StaffMember> everybody() {
		return this.database.sql("SELECT name, display_name FROM staff ORDER BY name")
			.query((row, index) -> new StaffMember(row.getString("name"), row.getString("display_name"), Set.of()))
			.list()
			.stream()
			.map(member -> new StaffMember(member.name(), member.displayName(), roles(member.name())))
			.toList();
	}

	@Transactional
	void add(Entry entry) {
		StaffMember member = entry.member();
		this.database.sql("INSERT INTO staff (name, display_name, password) VALUES (?, ?, ?)")
			.params(List.of(member.name(), member.displayName(), entry.password()))
			.update();
		member.roles().forEach(role -> give(member.name(), role));
	}

	/** Who of the staff holds an account of a provider. */
	Optional<StaffMember> holder(String issuer, String subject) {
		return this.database.sql("SELECT name FROM staff WHERE openid_issuer = ? AND openid_subject = ?")
			.param(issuer)
			.param(subject)
			.query(String.class)
			.optional()
			.flatMap(this::find)
			.map(Entry::member);
	}

	/**
	 * Adds somebody who holds an account of a provider.
	 * @return false if the name or the account is taken
	 */
	boolean add(Entry entry, String issuer, String subject) {
		boolean added = this.database.sql("""
				INSERT INTO staff (name, display_name, password, openid_issuer, openid_subject)
				VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.params(List.of(entry.member().name(), entry.member().displayName(), entry.password(), issuer, subject))
			.update() == 1;
		if (added) {
			entry.member().roles().forEach(role -> give(entry.member().name(), role));
		}
		return added;
	}

	/** Writes down what a member is called and may do from now on. */
	void change(StaffMember member) {
		this.database.sql("UPDATE staff SET display_name = ? WHERE name = ?")
			.param(member.displayName())
			.param(member.name())
			.update();
		this.database.sql("DELETE FROM staff_role WHERE name = ?").param(member.name()).update();
		member.roles().forEach(role -> give(member.name(), role));
	}

	private void give(String name, Role role) {
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES (?, ?)")
			.params(List.of(name, role.name()))
			.update();
	}

	Set<SubscriberId> linked(String name) {
		return this.database.sql("SELECT subscriber FROM staff_link WHERE name = ?")
			.param(name)
			.query((row, index) -> new SubscriberId(row.getString("subscriber")))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableSet());
	}

	List<StaffLink> links() {
		return this.database.sql("SELECT name, subscriber FROM staff_link ORDER BY name, subscriber")
			.query((row, index) -> new StaffLink(row.getString("name"), new SubscriberId(row.getString("subscriber"))))
			.list();
	}

	boolean link(StaffLink link) {
		return this.database.sql("""
				INSERT INTO staff_link (name, subscriber)
				SELECT name, CAST(? AS VARCHAR(64)) FROM staff WHERE name = ? ON CONFLICT DO NOTHING""")
			.param(link.account().subscriber())
			.param(link.staff())
			.update() == 1;
	}

	boolean unlink(StaffLink link) {
		return this.database.sql("DELETE FROM staff_link WHERE name = ? AND subscriber = ?")
			.param(link.staff())
			.param(link.account().subscriber())
			.update() == 1;
	}

	private Set<Role> roles(String name) {
		return this.database.sql("SELECT role_name FROM staff_role WHERE name = ?")
			.param(name)
			.query((row, index) -> Role.valueOf(row.getString("role_name")))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * A row of the staff.
	 *
	 * @param member who
	 * @param password as the password encoder wrote it
	 */
	record Entry(StaffMember member, String password) {

		@Override
		public String toString() {
			return "Entry[" + this.member.name() + "]";
		}

	}

}
