package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;

import app.resim.ui.Link;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visit;
import app.resim.ui.Visits;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Header and footer around the pages of the staff, with the menu.
 */
@RolesAllowed({ "REVIEWER", "SENIOR", "AUDITOR" })
final class StaffLayout extends ShellLayout {

	private final List<Anchor> menu;

	@Autowired
	StaffLayout(Visits visits, AuthenticationContext who) {
		this(visits.current(), who.hasRole("REVIEWER"), who.hasRole("SENIOR"));
	}

	private StaffLayout(Visit visit, boolean reviewer, boolean senior) {
		this(visit, menu(visit, reviewer, senior));
	}

	private StaffLayout(Visit visit, List<Anchor> menu) {
		super(visit, menu);
		this.menu = menu;
	}

	private static List<Anchor> menu(Visit visit, boolean reviewer, boolean senior) {
		List<Anchor> menu = new ArrayList<>();
		if (reviewer) {
			menu.add(entry("menu-worklist", Paths.WORKLIST, visit.text("backoffice.menu.worklist")));
			menu.add(entry("menu-devices", Paths.DEVICE_NAMES, visit.text("backoffice.menu.devices")));
		}
		if (senior) {
			menu.add(entry("menu-team", Paths.TEAM, visit.text("backoffice.menu.team")));
			menu.add(entry("menu-keeping", Paths.KEEPING, visit.text("backoffice.menu.keeping")));
			menu.add(entry("menu-colleagues", Paths.COLLEAGUES, visit.text("backoffice.menu.colleagues")));
		}
		menu.add(entry("menu-audit", Paths.AUDIT, visit.text("backoffice.menu.audit")));
		return menu;
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
