package app.resim.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.openid.Identity;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Customers who come with the account that they have with the operator. It proves as much
 * as their mailbox, and more only where the settings ask the provider for more.
 *
 * @see "decision 0023"
 */
@Service
public class OperatorAccounts {

	private final SubscriberDirectory directory;

	private final Agreed agreed;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OperatorAccounts(SubscriberDirectory directory, Environment settings, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.directory = directory;
		this.agreed = Binder.get(settings).bindOrCreate("resim.account.openid.customers", Agreed.class);
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Whose account it is.
	 * @param identity as the provider of customers signed it
	 * @return the answer
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public AccountAnswer enter(Identity identity) {
		AccountAnswer answer = find(identity).map(Subscriber::id)
			.<AccountAnswer>map(who -> new AccountAnswer.Known(who, proven(identity)))
			.orElseGet(AccountAnswer.Unknown::new);
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(switch (answer) {
			case AccountAnswer.Known(var who, var proven) ->
				new FactorEvent(this.clock.instant(), Actor.customer(who), FactorEvent.PROVEN, proven.factor());
			case AccountAnswer.Unknown() -> AccountEvent.unknown(this.clock.instant());
		}));
		return answer;
	}

	/** One way or the other, never both: a second guess would join accounts by chance. */
	private Optional<Subscriber> find(Identity identity) {
		if (this.agreed.verifiedEmail()) {
			return identity.verifiedEmail().flatMap(this.directory::byEmail);
		}
		return reference(identity).flatMap(this.directory::find);
	}

	private Optional<SubscriberId> reference(Identity identity) {
		try {
			return identity.text(this.agreed.claim()).map(SubscriberId::new);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Proven proven(Identity identity) {
		if (!identity.strong()) {
			return new Proven(Factor.OPERATOR_ACCOUNT, identity.provenAt(), Instant.EPOCH);
		}
		return new Proven(Factor.STRONG_OPERATOR_ACCOUNT, identity.provenAt(), since(identity));
	}

	/** Where the age of the strong proof is asked for and not told, it is new. */
	private Instant since(Identity identity) {
		return this.agreed.sinceClaim().isBlank() ? Instant.EPOCH
				: identity.instant(this.agreed.sinceClaim()).orElse(identity.provenAt());
	}

	/**
	 * How an account leads to a customer.
	 *
	 * @param claim that holds the directory's key
	 * @param verifiedEmail whether the verified address leads there instead
	 * @param sinceClaim that tells since when the account has its strong proof; blank
	 * where the operator sees to it that new ones do not count
	 */
	record Agreed(@DefaultValue("sub") String claim, @DefaultValue("false") boolean verifiedEmail,
			@DefaultValue("") String sinceClaim) {
	}

}
