package app.resim.account;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import app.resim.kernel.DocumentKind;

/**
 * What the operator recorded of a customer's identity when the line was registered.
 * Directories differ in what they kept; anything may be missing.
 *
 * @param birth the birth date
 * @param numbers the numbers of documents that were shown, as they are printed
 */
public record RegisteredIdentity(Optional<LocalDate> birth, Map<DocumentKind, String> numbers) {

	/** Nothing was recorded. */
	public static final RegisteredIdentity NOTHING = new RegisteredIdentity(Optional.empty(), Map.of());

	public RegisteredIdentity {
		numbers = Map.copyOf(numbers);
	}

	@Override
	public String toString() {
		return "RegisteredIdentity[" + this.numbers.keySet() + "]";
	}

}
