package app.resim.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;

/**
 * A page inside Flow that failed.
 */
@AnonymousAllowed
@ParentLayout(ShellLayout.class)
class FaultView extends Page implements HasErrorParameter<Exception> {

	private static final Logger log = LoggerFactory.getLogger(FaultView.class);

	FaultView(Visits visits) {
		super(visits.current());
	}

	@Override
	public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
		log.error("A page failed", error.getException());
		ErrorPages.fill(this, HttpStatus.INTERNAL_SERVER_ERROR);
		return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
	}

}
