package app.resim.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/**
 * A page inside Flow that does not exist, or not for this reader: the two look alike.
 * Views throw {@link NotFoundException} for what belongs to somebody else.
 */
@AnonymousAllowed
@ParentLayout(ShellLayout.class)
class MissingView extends Page implements HasErrorParameter<NotFoundException> {

	MissingView(Visits visits) {
		super(visits.current());
	}

	@Override
	public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
		clear();
		ErrorPages.fill(this, HttpStatus.NOT_FOUND);
		return HttpServletResponse.SC_NOT_FOUND;
	}

}
