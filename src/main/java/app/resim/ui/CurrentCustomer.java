package app.resim.ui;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import app.resim.account.Proof;
import app.resim.kernel.SubscriberId;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The customer whose request is being answered. Views of customers ask it who that is;
 * they never take a subscriber from an address or a form.
 */
@Component
public class CurrentCustomer {

	/**
	 * Who it is.
	 * @return the signed-in customer
	 * @throws AuthenticationCredentialsNotFoundException if nobody has signed in, or
	 * staff
	 */
	public SubscriberId id() {
		return seat().subscriber();
	}

	/**
	 * When the customer last proved who they are, by any factor.
	 * @return the instant
	 */
	public Instant factorAt() {
		return seat().factorAt();
	}

	/**
	 * What the customer has proven since they signed in.
	 * @return the proof
	 */
	public Proof proof() {
		return seat().proof();
	}

	public boolean signedIn() {
		return found().isPresent();
	}

	/**
	 * Lets it be asked later, from any thread, whether this customer is still signed in
	 * in this browser.
	 * @return answers false after signing out, after the session has ended, and after
	 * somebody else has signed in
	 */
	public BooleanSupplier staying() {
		SubscriberId customer = id();
		WrappedSession session = VaadinSession.getCurrent().getSession();
		return () -> {
			try {
				return session.getAttribute(
						HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
						&& context.getAuthentication() instanceof CustomerSeat seat
						&& seat.subscriber().equals(customer);
			}
			catch (IllegalStateException ex) {
				// the session is over
				return false;
			}
		};
	}

	private CustomerSeat seat() {
		return found().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("No customer has signed in"));
	}

	private static Optional<CustomerSeat> found() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof CustomerSeat seat) ? Optional.of(seat)
				: Optional.empty();
	}

}
