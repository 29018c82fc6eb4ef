package app.resim.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.resim.account.StaffMember.Role;
import app.resim.account.StaffTable.Entry;
import app.resim.kernel.Actor;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Invented staff with published passwords, added where they are missing. Only where
 * {@code resim.demo.staff} is true.
 */
@Component
@ConditionalOnBooleanProperty("resim.demo.staff")
class DemoStaff implements ApplicationRunner {

	/** In the order in which newcomers meet them. */
	static final List<StaffMember> MEMBERS = List.of(new StaffMember("kay", "Kay Lam (demo)", Set.of(Role.REVIEWER)),
			new StaffMember("hugo", "Hugo Ho (demo)", Set.of(Role.REVIEWER, Role.SENIOR)),
			new StaffMember("fay", "Fay Fong (demo)", Set.of(Role.FRAUD)),
			new StaffMember("cleo", "Cleo Chan (demo)", Set.of(Role.CATALOGUE)),
			new StaffMember("ada", "Ada Au (demo)", Set.of(Role.AUDITOR)),
			new StaffMember("mei", "Mei Mok (demo)", Set.of(Role.CLERK)));

	/** The published passwords, by name. */
	static final Map<String, String> PASSWORDS = MEMBERS.stream()
		.map(StaffMember::name)
		.collect(Collectors.toUnmodifiableMap(Function.identity(), DemoStaff::password));

	private final StaffTable table;

	private final AuthenticatorApps apps;

	DemoStaff(StaffTable table, AuthenticatorApps apps) {
		this.table = table;
		this.apps = apps;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		MEMBERS.forEach(member -> {
			if (this.table.find(member.name()).isEmpty()) {
				this.table.add(new Entry(member, Passwords.encode(password(member.name()))));
			}
			Actor holder = Actor.staff(member.name());
			if (!this.apps.known(holder)) {
				this.apps.pretend(holder);
			}
		});
	}

	static String password(String name) {
		return "demo-" + name;
	}

}
