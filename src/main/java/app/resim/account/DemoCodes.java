package app.resim.account;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.Actor;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Service;

/**
 * Stands for the authenticator apps of the invented staff, so that nobody needs an app to
 * try the back office. Only where {@code resim.demo.staff} is true, which production
 * refuses.
 */
@Service
@ConditionalOnBooleanProperty("resim.demo.staff")
public class DemoCodes {

	private final StaffTable staff;

	private final AuthenticatorApps apps;

	DemoCodes(StaffTable staff, AuthenticatorApps apps) {
		this.staff = staff;
		this.apps = apps;
	}

	/**
	 * The invented staff.
	 * @return in the order in which newcomers meet them
	 */
	public List<Colleague> all() {
		return DemoStaff.MEMBERS.stream()
			.flatMap(member -> this.staff.find(member.name()).stream())
			.map(entry -> new Colleague(entry.member(), DemoStaff.password(entry.member().name()),
					this.apps.nextCode(Actor.staff(entry.member().name()))))
			.toList();
	}

	/**
	 * Somebody invented.
	 *
	 * @param member who
	 * @param password the published one
	 * @param code what their app shows; empty without an app, and for some seconds when
	 * all codes of the minute are used up
	 */
	public record Colleague(StaffMember member, String password, Optional<String> code) {
	}

}
