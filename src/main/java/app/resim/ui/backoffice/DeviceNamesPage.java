package app.resim.ui.backoffice;

import java.util.List;

import app.resim.catalogue.Devices;
import app.resim.catalogue.UnknownName;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Device names that customers typed and the list did not know, so that the operator can
 * let it grow.
 */
@Route(value = "staff/devices", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "CATALOGUE" })
final class DeviceNamesPage extends Page {

	DeviceNamesPage(Visits visits, Devices devices) {
		super(visits.current());
		withoutRail();
		title(text("backoffice.menu.devices"));
		List<UnknownName> names = devices.unknownNames();
		Component shown = names.isEmpty() ? Prose.paragraph(text("backoffice.devices.empty"), "empty") : table(names);
		shown.setId("device-names");
		add(new PageHead(text("backoffice.devices.title")).hint(text("backoffice.devices.hint")), shown);
	}

	private StaffTable table(List<UnknownName> names) {
		var table = new StaffTable(text("backoffice.devices.title"), text("backoffice.devices.name"),
				text("backoffice.devices.asked"), text("backoffice.devices.last"));
		// as it is: a name that somebody typed is not a text of ours
		names.forEach(name -> table.row(Pressing.NO, new Span(name.name()), Prose.number(Long.toString(name.asked())),
				Prose.span(times().stamp(name.lastAsked()))));
		return table;
	}

}
