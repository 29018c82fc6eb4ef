package app.resim.ui.customer;

import java.util.Optional;

import app.resim.account.SessionId;
import app.resim.identity.Subject;
import app.resim.kernel.SubscriberId;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import app.resim.request.Handover;
import app.resim.request.HandoverId;
import app.resim.request.Handovers;
import app.resim.request.RequestReference;
import app.resim.ui.CurrentCustomer;
import com.vaadin.flow.shared.Registration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Codes by which another device may add one picture of a request, and the pages that
 * follow what becomes of them on whichever node.
 *
 * @see "decision 0011"
 */
@Component
class HandCodes {

	private final Handovers handovers;

	private final Limits limits;

	private final String page;

	private final Watchers<HandoverId> pages = new Watchers<>();

	/**
	 * What the first screen is given.
	 *
	 * @param handover to be followed
	 * @param address to be shown as a code and nowhere else; its secret stands behind the
	 * number sign, which browsers do not send
	 */
	record Code(Handover handover, String address) {

		@Override
		public String toString() {
			return "Code[" + this.handover.id() + "]";
		}

	}

	HandCodes(Handovers handovers, Limits limits, @Value("${resim.public-url}") String home) {
		this.handovers = handovers;
		this.limits = limits;
		this.page = home.replaceAll("/+$", "") + "/" + HandView.PATH + "#";
		handovers.listen(this.pages::tell, this.pages::tellAll);
	}

	/**
	 * Makes a code.
	 * @param owner whose request it is
	 * @param session where the owner is signed in
	 * @param request which
	 * @param wanted which picture
	 * @return the code, or empty if this customer has made too many
	 */
	Optional<Code> begin(SubscriberId owner, SessionId session, RequestReference request, Wanted wanted) {
		if (!(this.limits.take(Deed.MAKE_HANDOVER, Asker.account(owner.subscriber())) instanceof Turn.Granted)) {
			return Optional.empty();
		}
		Handovers.Begun begun = this.handovers.begin(session, request, wanted.picture());
		return Optional.of(new Code(begun.handover(), this.page + begun.secret()));
	}

	/**
	 * For which picture a code is shown by an earlier page of this customer.
	 * @param customer who has signed in here
	 * @param request of which request
	 * @return the picture, or empty
	 */
	Optional<Subject> wanted(CurrentCustomer customer, RequestReference request) {
		return customer.session().flatMap(session -> this.handovers.wanted(session, request));
	}

	/**
	 * The codes for one picture on a page.
	 * @param customer who has signed in here
	 * @param request of which request
	 * @param wanted which picture
	 * @return for a panel
	 */
	OfAPicture of(CurrentCustomer customer, RequestReference request, Wanted wanted) {
		return new OfAPicture(customer, request, wanted);
	}

	/** The codes for one picture, one after the other. */
	final class OfAPicture {

		private final CurrentCustomer customer;

		private final RequestReference request;

		private final Wanted wanted;

		private OfAPicture(CurrentCustomer customer, RequestReference request, Wanted wanted) {
			this.customer = customer;
			this.request = request;
			this.wanted = wanted;
		}

		/** A new one, or empty if this customer has made too many. */
		Optional<Code> begin() {
			return HandCodes.this.begin(this.customer.id(), this.customer.session().orElseThrow(), this.request,
					this.wanted);
		}

		/** What an earlier page has begun, if anything. */
		Optional<Handover> goOn() {
			return this.customer.session()
				.flatMap(session -> HandCodes.this.handovers.goOn(session, this.request,
						this.wanted.picture().subject()));
		}

		/**
		 * Follows one.
		 * @param handover which
		 * @param told called on the thread of a change: hand over to the page at once
		 * @return ends the listening
		 */
		Registration watch(Handover handover, Runnable told) {
			return HandCodes.this.pages.watch(handover.id(), told);
		}

	}

}
