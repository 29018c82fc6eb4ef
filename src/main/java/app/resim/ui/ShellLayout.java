package app.resim.ui;

import java.util.List;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Header and footer around every Flow page: name it as the layout of a route.
 */
@AnonymousAllowed
@JsModule("./connection.ts")
public class ShellLayout extends Div implements RouterLayout, AfterNavigationObserver {

	private final Frame frame;

	@Autowired
	ShellLayout(Visits visits) {
		this(visits.current(), List.of());
	}

	/**
	 * A layout with a menu, for the back office.
	 * @param visit who looks
	 * @param menu links of the menu
	 */
	protected ShellLayout(Visit visit, List<Anchor> menu) {
		this(Frame.around(visit, menu));
	}

	private ShellLayout(Frame frame) {
		super(frame);
		this.frame = frame;
		if (VaadinServletRequest.getCurrent() != null) {
			tell(VaadinServletRequest.getCurrent().getHttpServletRequest());
		}
	}

	private void tell(HttpServletRequest request) {
		if (Resuming.toBeTold(request)) {
			this.frame.loadedAgain();
		}
		BrandChoice.toBeTold(request).ifPresent(this.frame::anotherBrand);
	}

	@Override
	public void showRouterLayoutContent(HasElement content) {
		this.frame.show(content.getElement().getComponent().orElseThrow());
	}

	@Override
	public void removeRouterLayoutContent(HasElement oldContent) {
		oldContent.getElement().removeFromParent();
	}

	@Override
	public void afterNavigation(AfterNavigationEvent event) {
		this.frame.point("/" + event.getLocation().getPathWithQueryParameters());
	}

}
