package app.resim.ui;

import java.time.Clock;
import java.util.Optional;

import app.resim.account.StaffMember;
import app.resim.catalogue.Brand;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells a page about the person who looks at it, on Flow pages and on plain ones.
 */
@Component
public class Visits {

	private final Wording wording;

	private final BrandChoice brands;

	private final Clock clock;

	private final LanguageChoice languages;

	private final CurrentCustomer customer;

	private final CurrentStaff staff;

	Visits(Wording wording, BrandChoice brands, Clock clock, LanguageChoice languages, CurrentCustomer customer,
			CurrentStaff staff) {
		this.wording = wording;
		this.brands = brands;
		this.clock = clock;
		this.languages = languages;
		this.customer = customer;
		this.staff = staff;
	}

	/**
	 * The visit of the request that is being answered.
	 * @return the visit
	 */
	public Visit current() {
		HttpServletRequest request = request();
		Words words = this.wording.in(language(request));
		Brand brand = this.brands.of(request);
		return new Visit(words, new Times(words, brand.zone(), this.clock), brand, reader(), here(request),
				() -> token(request));
	}

	private Language language(@Nullable HttpServletRequest request) {
		UI page = UI.getCurrent();
		if (page != null) {
			return Language.nearest(page.getLocale());
		}
		return (request != null) ? this.languages.of(request) : Language.ENGLISH;
	}

	private Visit.Reader reader() {
		Optional<StaffMember> colleague = this.staff.member();
		if (colleague.isPresent()) {
			return new Visit.Reader.Colleague(colleague.get().displayName());
		}
		return this.customer.signedIn() ? new Visit.Reader.Customer() : new Visit.Reader.Stranger();
	}

	private static String here(@Nullable HttpServletRequest request) {
		if (request == null) {
			return "/";
		}
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	private static Optional<Visit.FormToken> token(@Nullable HttpServletRequest request) {
		if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			return Optional.of(new Visit.FormToken(token.getParameterName(), token.getToken()));
		}
		return Optional.empty();
	}

	private static @Nullable HttpServletRequest request() {
		if (VaadinServletRequest.getCurrent() != null) {
			return VaadinServletRequest.getCurrent().getHttpServletRequest();
		}
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
