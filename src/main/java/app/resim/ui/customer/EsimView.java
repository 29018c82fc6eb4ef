package app.resim.ui.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import app.resim.kernel.SubscriberId;
import app.resim.request.EsimAnswer;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CopyField;
import app.resim.ui.Countdown;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Facts;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Steps;
import app.resim.ui.TicketCard;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WebBrowser;
import jakarta.annotation.security.RolesAllowed;

/**
 * The code of the new eSIM, in every form that a phone takes. Shown only shortly after a
 * sign-in, for two minutes at a time, and never kept by the browser.
 */
@Route(value = "requests/:reference/esim", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class EsimView extends LivePage implements BeforeEnterObserver {

	private final Requests requests;

	private final CurrentCustomer customer;

	private Runnable asking = () -> {
	};

	private boolean shown;

	private int showing;

	EsimView(Requests requests, CurrentCustomer customer, Visits visits, LiveRequests live) {
		super(visits, live);
		this.requests = requests;
		this.customer = customer;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		SubscriberId owner = this.customer.id();
		Instant signedInAt = this.customer.factorAt();
		Optional<RequestReference> found = Way.asked(event)
			.flatMap(asked -> this.requests.find(asked, owner))
			.map(RequestView::reference);
		if (found.isEmpty()) {
			Way.unknown(event);
			return;
		}
		RequestReference reference = found.get();
		follow(reference);
		title(text("esim.title"));
		back("/requests/" + reference);
		this.asking = () -> answer(reference, this.requests.showEsim(reference, owner, signedInAt));
		this.asking.run();
	}

	/** A code that is on the page stays until it is of no use any more. */
	@Override
	void refresh() {
		if (!this.shown) {
			return;
		}
		Way.reference(this).filter(this::isOver).ifPresent(reference -> this.asking.run());
	}

	private boolean isOver(RequestReference reference) {
		return !this.requests.find(reference, this.owner()).map(RequestView::phase)
			.filter(app.resim.request.Phase.READY::equals)
			.isPresent();
	}

	private void answer(RequestReference reference, EsimAnswer answer) {
		clear();
		this.shown = answer instanceof EsimAnswer.Shown;
		switch (answer) {
			case EsimAnswer.Shown card -> show(card);
			case EsimAnswer.NeedsFreshSignIn fresh -> only("esim.fresh", SignInPaths.again("/requests/" + reference + "/esim"));
			case EsimAnswer.NotNow not -> only("esim.not-now", "/requests/" + reference);
			case EsimAnswer.Installed installed -> installed(reference);
		}
	}

	private void only(String key, String href) {
		add(new PageHead(text(key + ".title")).lead(text(key + ".text")),
				new Acts(Act.go(text(key + ".go"), href).named("go")));
	}

	private void installed(RequestReference reference) {
		var notice = Notice.ok(text("esim.installed.title"), text("esim.installed.text")).announced();
		notice.setId("installed");
		add(new PageHead(text("esim.title")), notice,
				new Acts(Act.go(text("esim.installed.go"), "/requests/" + reference).named("go")));
	}

}
