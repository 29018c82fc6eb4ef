package app.resim.journey;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import app.resim.chaos.Customer;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/**
 * A customer who goes the whole way on one node, or begins it on one and ends it on
 * another.
 */
final class Traveller {

	/** On a busy machine everything takes long, in milliseconds. */
	private static final double PATIENCE = 120_000;

	private final Customer customer;

	private final Visitor visitor;

	private final Page page;

	private final CustomersWay way;

	private final Upgrade upgrade;

	private String home;

	private Step next = Step.SIGN_IN;

	private @Nullable String reference;

	private int moves;

	private int signedInAgain;

	Traveller(Customer customer, Upgrade upgrade, Visitor visitor, String home) {
		this.customer = customer;
		this.upgrade = upgrade;
		this.visitor = visitor;
		this.page = visitor.page();
		this.page.context().setDefaultTimeout(PATIENCE);
		this.home = home;
		this.way = new CustomersWay(visitor).withIdentityCard(customer.identityCard()).ownPictures();
	}

	/** What a customer does, one page after the other. */
	enum Step {

		SIGN_IN, DEVICE, DOCUMENT, PORTRAIT, REASON, SEND, CODE, INSTALL, END

	}

	/** Goes on until another step would begin. */
	Traveller until(Step last) {
		while (this.next != last) {
			go(this.next);
			this.next = Step.values()[this.next.ordinal() + 1];
		}
		return this;
	}

	/** Comes back to the same page on another node. */
	Traveller moveTo(String other) {
		if (!other.equals(this.home)) {
			this.home = other;
			if (this.next != Step.SIGN_IN) {
				String path = URI.create(this.page.url()).getPath();
				open(path);
				if (this.page.url().contains("/sign-in")) {
					this.signedInAgain++;
					this.visitor.proveAgain(this.customer.email(), this::askForCode);
					open(path);
				}
			}
			this.moves++;
		}
		return this;
	}

	private void go(Step step) {
		switch (step) {
			case SIGN_IN -> {
				this.visitor.proveAgain(this.customer.email(), () -> {
					open("/sign-in");
					askForCode();
				});
				this.way.replace(1);
			}
			case DEVICE -> this.way.device();
			case DOCUMENT -> this.way.document();
			case PORTRAIT -> this.way.portrait();
			case REASON -> this.way.reason(needsAPerson() ? "lost" : "damaged");
			case SEND -> this.reference = this.way.send();
			case CODE -> code();
			case INSTALL -> install();
			case END -> throw new IllegalStateException("Nothing follows");
		}
	}

	private void askForCode() {
		this.page.fill("input[name=contact]", this.customer.email());
		this.visitor.press("send-code");
	}

	/** A proof that is some minutes old opens no secret. */
	private void code() {
		this.upgrade.approveWherePeopleHaveTo(reference());
		this.page.waitForSelector("#install");
		String secret = "/requests/" + reference() + "/esim";
		this.visitor.proveAgain(this.customer.email(), () -> open("/sign-in?again=" + secret));
		this.page.waitForSelector("#qr");
	}

	private void install() {
		this.upgrade.install(reference());
		this.page.waitForSelector("#installed");
		this.upgrade.awaitEnd(reference());
	}

	private void open(String path) {
		this.page.navigate(this.home + path);
		this.visitor.settle();
	}

	private boolean needsAPerson() {
		return this.customer.number() % 2 == 0;
	}

	private String reference() {
		return Objects.requireNonNull(this.reference, "nothing was sent");
	}

	int moves() {
		return this.moves;
	}

	int signedInAgain() {
		return this.signedInAgain;
	}

	List<String> complaints() {
		return this.visitor.complaints();
	}

	@Override
	public String toString() {
		return "customer %d at %s%s".formatted(this.customer.number(), this.next,
				(this.reference != null) ? " of " + this.reference : "");
	}

}
