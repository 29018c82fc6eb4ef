package app.resim.ui;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

import app.resim.account.Subscribers;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whose pages somebody sees: a customer's own operator; before sign-in the one chosen on
 * a page, kept in a cookie, else the first one. Staff sees the first one.
 */
@Component
class BrandChoice {

	static final String PARAMETER = "brand";

	private static final String OWN = BrandChoice.class.getName() + ".own";

	private static final String TOLD = BrandChoice.class.getName() + ".told";

	private final Catalogue catalogue;

	private final Subscribers subscribers;

	private final CurrentCustomer customer;

	private final CurrentStaff staff;

	BrandChoice(Catalogue catalogue, Subscribers subscribers, CurrentCustomer customer, CurrentStaff staff) {
		this.catalogue = catalogue;
		this.subscribers = subscribers;
		this.customer = customer;
		this.staff = staff;
	}

	Brand of(@Nullable HttpServletRequest request) {
		if (this.staff.member().isPresent()) {
			return this.catalogue.front();
		}
		Optional<Brand> own = this.customer.signedIn() ? own(this.customer.id(), request) : Optional.empty();
		return own.orElseGet(() -> chosen(request));
	}

	/**
	 * The brand that a link asks for. After sign-in nobody can choose another one.
	 */
	Optional<BrandId> asked(HttpServletRequest request) {
		boolean may = request.getMethod().equals("GET") && !this.customer.signedIn();
		return may ? offered(request.getParameter(PARAMETER)).map(Brand::id) : Optional.empty();
	}

	/**
	 * Takes note that somebody has signed in, and to whom they had come.
	 */
	void settle(SubscriberId who, HttpServletRequest request, HttpServletResponse response) {
		Brand before = chosen(request);
		own(who, request).filter(own -> !own.id().equals(before.id())).ifPresent(own -> {
			request.getSession().setAttribute(TOLD, before.name());
			response.addHeader("Set-Cookie", ChoiceSwitch.cookie(PARAMETER, own.id().brand(), request).toString());
		});
	}

	/**
	 * Whose pages somebody saw who turned out to be another operator's customer; told
	 * once.
	 */
	static Optional<String> toBeTold(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(TOLD) instanceof String before) {
			session.removeAttribute(TOLD);
			return Optional.of(before);
		}
		return Optional.empty();
	}

	private Brand chosen(@Nullable HttpServletRequest request) {
		return kept(request).orElseGet(this.catalogue::front);
	}

	private Optional<Brand> kept(@Nullable HttpServletRequest request) {
		Cookie[] cookies = (request != null) ? request.getCookies() : null;
		return (cookies == null) ? Optional.empty()
				: Arrays.stream(cookies)
					.filter(cookie -> cookie.getName().equals(PARAMETER))
					.flatMap(cookie -> offered(cookie.getValue()).stream())
					.findFirst();
	}

	private Optional<Brand> offered(@Nullable String id) {
		return this.catalogue.brands().stream().filter(brand -> brand.id().brand().equals(id)).findFirst();
	}

	/** The directory is asked once in a session of the browser. */
	private Optional<Brand> own(SubscriberId who, @Nullable HttpServletRequest request) {
		HttpSession session = (request != null) ? request.getSession(false) : null;
		if (session != null && session.getAttribute(OWN) instanceof Own own && own.who().equals(who)) {
			return this.catalogue.find(own.brand());
		}
		Optional<BrandId> brand = this.subscribers.brand(who);
		if (session != null) {
			brand.ifPresent(known -> session.setAttribute(OWN, new Own(who, known)));
		}
		return brand.flatMap(this.catalogue::find);
	}

	private record Own(SubscriberId who, BrandId brand) implements Serializable {
	}

}
