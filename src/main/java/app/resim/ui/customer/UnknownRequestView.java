package app.resim.ui.customer;

import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Says that a request is not known.
 */
@ParentLayout(ShellLayout.class)
@AnonymousAllowed
class UnknownRequestView extends Page implements HasErrorParameter<UnknownRequest> {

	UnknownRequestView(Visits visits) {
		super(visits.current());
		title(text("customer.unknown"));
		add(new PageHead(text("customer.unknown")).lead(text("customer.unknown.lead")),
				new Stack(text("customer.unknown.why"),
						new PlainList(text("customer.unknown.mistyped"), text("customer.unknown.other"),
								text("customer.unknown.call", PhoneNumbers.spaced(visit().brand().hotline())))),
				new Acts(Act.go(text("customer.unknown.lines"), Way.LINES).named("unknown-lines")));
	}

	@Override
	public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<UnknownRequest> unknown) {
		return HttpStatusCode.NOT_FOUND.getCode();
	}

}
