package app.resim.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.kernel.BrandId;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * A customer as the operator's directory knows them.
 *
 * @param id the directory's key
 * @param brand whose customer
 * @param name full name as registered
 * @param email the address on file, to which codes and notices go
 * @param backupPhone another number for notices; never a line of this customer that may
 * be lost together with the phone
 * @param language preferred language
 */
public record Subscriber(SubscriberId id, BrandId brand, String name, String email, Optional<Msisdn> backupPhone,
		Locale language) {

	/**
	 * The address as it may be shown to its owner on a shared screen.
	 * @return for example {@code s•••••n@example.com}
	 */
	public String maskedEmail() {
		int at = this.email.indexOf('@');
		if (at < 2) {
			return "•••" + this.email.substring(Math.max(0, at));
		}
		return this.email.charAt(0) + "•••••" + this.email.charAt(at - 1) + this.email.substring(at);
	}

	/**
	 * The name as somebody may see it who waits for its owner and need not know it.
	 * @return for example {@code W••• S••• M•••}
	 */
	public String maskedName() {
		return Stream.of(this.name.strip().split("\\s+"))
			.filter(word -> !word.isEmpty())
			.map(word -> Character.toString(word.codePointAt(0)) + "•••")
			.collect(Collectors.joining(" "));
	}

	@Override
	public String toString() {
		return "Subscriber[" + this.id + "]";
	}

}
