package app.resim.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import app.resim.account.StaffMember.Role;
import app.resim.account.StaffTable.Entry;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Two invented reviewers with published passwords, added where they are missing. Only
 * where {@code resim.demo.staff} is true.
 */
@Component
@ConditionalOnBooleanProperty("resim.demo.staff")
class DemoStaff implements ApplicationRunner {

	/** The published passwords, by name. */
	static final Map<String, String> PASSWORDS = Map.of("kay", "demo-kay", "hugo", "demo-hugo");

	private static final List<StaffMember> MEMBERS = List.of(
			new StaffMember("kay", "Kay Lam (demo)", Set.of(Role.REVIEWER)),
			new StaffMember("hugo", "Hugo Ho (demo)", Set.of(Role.REVIEWER, Role.SENIOR)));

	private final StaffTable table;

	DemoStaff(StaffTable table) {
		this.table = table;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		MEMBERS.stream().filter(member -> this.table.find(member.name()).isEmpty()).forEach(this::add);
	}

	private void add(StaffMember member) {
		String password = Objects.requireNonNull(PASSWORDS.get(member.name()));
		this.table.add(new Entry(member, Passwords.encode(password)));
	}

}
