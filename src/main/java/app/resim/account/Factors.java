package app.resim.account;

import java.util.Optional;

import app.resim.kernel.LockedLines;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * All factors of a customer together.
 */
@Service
public class Factors {

	private final Passkeys passkeys;

	private final AuthenticatorApps apps;

	private final RecoveryCodes codes;

	private final LockedLines locks;

	Factors(Passkeys passkeys, AuthenticatorApps apps, RecoveryCodes codes, LockedLines locks) {
		this.locks = locks;
		this.passkeys = passkeys;
		this.apps = apps;
		this.codes = codes;
	}

	/**
	 * What a customer has besides the mailbox.
	 * @param customer whose
	 * @return what there is now
	 */
	public Readiness of(SubscriberId customer) {
		return new Readiness(this.passkeys.of(customer), this.apps.known(customer), this.codes.left(customer),
				this.locks.of(customer));
	}

	/**
	 * Whether somebody may add or remove factors: who has more than the mailbox must have
	 * proven more than the mailbox. Otherwise the mailbox would open everything.
	 * @param proof what was proven
	 * @return false if another factor is needed first
	 */
	public boolean mayChange(Proof proof) {
		boolean more = proof.factors()
			.stream()
			.map(Proven::factor)
			.anyMatch(factor -> factor != Factor.MAIL_CODE && factor != Factor.OPERATOR_ACCOUNT);
		return more || !of(proof.who()).any();
	}

	/**
	 * Takes a typed code, whether it comes from an app or from the printed list.
	 * @param customer whose it should be
	 * @param typed in any spelling
	 * @return what is proven; empty if it is not right or the customer has to wait
	 */
	public Optional<Proven> enter(SubscriberId customer, String typed) {
		boolean digits = Contact.read(typed)
			.text()
			.replaceAll("[^\\p{L}\\p{Nd}]", "")
			.codePoints()
			.allMatch(Character::isDigit);
		return digits ? this.apps.enter(customer, typed) : this.codes.enter(customer, typed);
	}

}
