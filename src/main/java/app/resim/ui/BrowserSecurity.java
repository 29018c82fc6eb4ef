package app.resim.ui;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import app.resim.account.StaffMember;
import app.resim.kernel.BrandId;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The security chain of everything that a browser asks for and that no other chain
 * claims. What is not named here or annotated on a view is refused, and a refusal looks
 * like a page that does not exist.
 */
@Configuration
class BrowserSecurity {

	private static final Set<String> PLACES = Set.of(SignInPaths.READY, SessionController.LIST,
			SessionController.STAFF_LIST, StaffProofPages.PROOF);

	private static final String[] STAFF = Stream.of(StaffMember.Role.values()).map(Enum::name).toArray(String[]::new);

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain browser(HttpSecurity http, SecurityContextHolderStrategy holder, RequestUtil routes,
			LanguageChoice languages, BrandChoice brands, SecurityContextRepository contexts,
			CsrfTokenRepository tokens, VaadinDefaultRequestCache wanted, SessionKeeper keeper, Resuming resuming,
			ObjectProvider<OpenPaths> others) {
		SecurityContextHolder.setContextHolderStrategy(holder);
		// only pages of ours are worth coming back to
		wanted.ignoreRequests(request -> !routes.isSecuredFlowRoute(request) && !ready(request));
		http.authorizeHttpRequests(requests -> requests.requestMatchers(open(others))
			.permitAll()
			.requestMatchers(PlainPaths.CUSTOMERS)
			.hasRole(CustomerSeat.ROLE)
			.requestMatchers(PlainPaths.STAFF)
			.hasAnyRole(STAFF));
		http.with(VaadinSecurityConfigurer.vaadin(),
				vaadin -> vaadin.enableLogoutConfiguration(false).enableExceptionHandlingConfiguration(false));
		http.securityContext(context -> context.securityContextRepository(contexts));
		http.csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(SessionController.STAY));
		http.exceptionHandling(refusal -> refusal
			.authenticationEntryPoint((request, response, ex) -> refuse(request, response, routes))
			.accessDeniedHandler((request, response, ex) -> response.sendError((ex instanceof CsrfException)
					? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND)));
		http.logout(out -> out.logoutUrl(SignInPaths.OUT).logoutSuccessUrl("/signed-out").addLogoutHandler(keeper));
		// PageHeaders writes them, for this chain and for all others
		http.headers(AbstractHttpConfigurer::disable);
		http.addFilterBefore(
				new ChoiceSwitch(LanguageChoice.COOKIE, request -> languages.asked(request).map(Language::tag)),
				CsrfFilter.class);
		http.addFilterBefore(
				new ChoiceSwitch(BrandChoice.PARAMETER, request -> brands.asked(request).map(BrandId::brand)),
				CsrfFilter.class);
		http.addFilterBefore(new SessionFilter(keeper, resuming), CsrfFilter.class);
		return http.build();
	}

	private static String[] open(ObjectProvider<OpenPaths> others) {
		return Stream
			.of(PlainPaths.OPEN.stream(), others.stream().flatMap(each -> each.paths().stream()), Stream.of(Look.PATHS))
			.flatMap(paths -> paths)
			.toArray(String[]::new);
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, RequestUtil routes)
			throws IOException {
		if (!routes.isSecuredFlowRoute(request) && !ready(request)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		boolean staff = request.getRequestURI().startsWith(request.getContextPath() + "/staff");
		response.sendRedirect(request.getContextPath() + (staff ? SignInPaths.STAFF : SignInPaths.CUSTOMERS));
	}

	/** Plain pages that have an address to come back to. */
	private static boolean ready(HttpServletRequest request) {
		return PLACES.contains(request.getRequestURI().substring(request.getContextPath().length()));
	}

	/** In-app navigation does not pass the chain above; this closes that way. */
	@Bean
	static NavigationAccessControlConfigurer navigation() {
		return new NavigationAccessControlConfigurer().withAnnotatedViewAccessChecker()
			.withLoginView(SignInPaths.CUSTOMERS);
	}

	@Bean
	SecurityContextRepository contexts() {
		return new HttpSessionSecurityContextRepository();
	}

	@Bean
	CsrfTokenRepository tokens() {
		return new HttpSessionCsrfTokenRepository();
	}

	@Bean
	SignInDesk signInDesk(SecurityContextRepository contexts, CsrfTokenRepository tokens,
			VaadinDefaultRequestCache wanted, SessionKeeper keeper) {
		return new SignInDesk(contexts, tokens, wanted, keeper);
	}

	/** The key under which Flow keeps the page that in-app navigation wanted. */
	static final String WANTED_IN_FLOW = NavigationAccessControl.SESSION_STORED_REDIRECT;

}
