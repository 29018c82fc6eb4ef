package app.resim.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who somebody says they are: what the operator has on file about the account. A document
 * is compared with it and never changes it.
 *
 * @param name the full name
 * @param birth the birth date
 * @param number of the document that is shown, as it was recorded
 */
public record Claim(String name, Optional<LocalDate> birth, Optional<String> number) {

	@Override
	public String toString() {
		return "Claim";
	}

}
