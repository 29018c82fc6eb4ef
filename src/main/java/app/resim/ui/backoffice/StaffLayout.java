package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import app.resim.account.StaffMember.Role;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Link;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visit;
import app.resim.ui.Visits;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AfterNavigationEvent;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Header and footer around the pages of the staff, with the menu.
 */
@RolesAllowed({ "REVIEWER", "SENIOR", "FRAUD", "CATALOGUE", "AUDITOR", "CLERK" })
final class StaffLayout extends ShellLayout {

	private final List<Anchor> menu;

	@Autowired
	StaffLayout(Visits visits, CurrentStaff who) {
		this(visits.current(), who.signedIn().roles());
	}

	private StaffLayout(Visit visit, Set<Role> roles) {
		this(visit, menu(visit, roles));
	}

	private StaffLayout(Visit visit, List<Anchor> menu) {
		super(visit, menu);
		this.menu = menu;
	}

	/** Each as its page allows. */
	private static List<Anchor> menu(Visit visit, Set<Role> roles) {
		List<Anchor> menu = new ArrayList<>();
		if (any(roles, Role.REVIEWER, Role.FRAUD)) {
			menu.add(entry("menu-worklist", Paths.WORKLIST, visit.text("backoffice.menu.worklist")));
		}
		if (any(roles, Role.REVIEWER, Role.CLERK)) {
			menu.add(entry("menu-cards", Paths.CARDS, visit.text("desk.menu")));
		}
		if (any(roles, Role.REVIEWER, Role.CATALOGUE)) {
			menu.add(entry("menu-devices", Paths.DEVICE_NAMES, visit.text("backoffice.menu.devices")));
		}
		if (any(roles, Role.CATALOGUE, Role.SENIOR)) {
			menu.add(entry("menu-catalogue", Paths.CATALOGUE, visit.text("catalogue.menu")));
		}
		if (any(roles, Role.SENIOR, Role.AUDITOR)) {
			menu.add(entry("menu-team", Paths.TEAM, visit.text("backoffice.menu.team")));
		}
		if (any(roles, Role.REVIEWER, Role.SENIOR, Role.FRAUD)) {
			menu.add(entry("menu-systems", Paths.SYSTEMS, visit.text("halt.menu")));
		}
		if (any(roles, Role.REVIEWER, Role.SENIOR)) {
			menu.add(entry("menu-locks", Paths.LOCKS, visit.text("opening.menu")));
			menu.add(entry("menu-callbacks", Paths.CALL_BACKS, visit.text("callback.menu")));
		}
		if (any(roles, Role.REVIEWER, Role.SENIOR, Role.CLERK)) {
			menu.add(entry("menu-shop", Paths.SHOP, visit.text("counter.menu")));
		}
		if (any(roles, Role.SENIOR)) {
			menu.add(entry("menu-keeping", Paths.KEEPING, visit.text("backoffice.menu.keeping")));
			menu.add(entry("menu-colleagues", Paths.COLLEAGUES, visit.text("backoffice.menu.colleagues")));
		}
		if (any(roles, Role.REVIEWER, Role.SENIOR, Role.FRAUD, Role.AUDITOR)) {
			menu.add(entry("menu-audit", Paths.AUDIT, visit.text("backoffice.menu.audit")));
		}
		return menu;
	}

	private static boolean any(Set<Role> roles, Role... wanted) {
		return Stream.of(wanted).anyMatch(roles::contains);
	}

	private static Anchor entry(String id, String href, String text) {
		var link = new Link(href, text);
		link.setId(id);
		return link;
	}

	@Override
	public void afterNavigation(AfterNavigationEvent event) {
		super.afterNavigation(event);
		String here = "/" + event.getLocation().getPath();
		this.menu.forEach(link -> {
			if (Paths.within(here, link.getElement().getAttribute("href"))) {
				link.getElement().setAttribute("aria-current", "page");
			}
			else {
				link.getElement().removeAttribute("aria-current");
			}
		});
	}

}
