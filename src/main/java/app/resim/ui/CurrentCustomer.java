package app.resim.ui;

import java.time.Instant;
import java.util.Optional;

import app.resim.account.Proof;
import app.resim.account.SessionId;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import com.vaadin.flow.server.VaadinSession;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
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
	 * Where the customer is signed in: the same on whichever node goes on with it.
	 * @return empty outside of a page
	 */
	public Optional<SessionId> session() {
		return Optional.ofNullable(VaadinSession.getCurrent())
			.flatMap(page -> SessionKeeper.of(page.getSession(), Actor.customer(id())));
	}

	private CustomerSeat seat() {
		return found().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("No customer has signed in"));
	}

	private static Optional<CustomerSeat> found() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof CustomerSeat seat) ? Optional.of(seat)
				: Optional.empty();
	}

}
