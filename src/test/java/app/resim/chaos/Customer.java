package app.resim.chaos;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * An invented customer with one line and an identity card of their own.
 *
 * @param number counts from 0
 */
public record Customer(int number) {

	private static final List<Reason> REASONS = List.of(Reason.DAMAGED, Reason.LOST, Reason.NEW_DEVICE, Reason.STOLEN);

	private static final int[] WEIGHTS = { 7, 6, 5, 4, 3, 2 };

	/**
	 * So many of them.
	 * @param count how many
	 * @return each another person
	 */
	public static List<Customer> many(int count) {
		return IntStream.range(0, count).mapToObj(Customer::new).toList();
	}

	SubscriberId id() {
		return new SubscriberId("chaos-" + this.number);
	}

	Msisdn line() {
		return new Msisdn("+852%08d".formatted(90_000_000 + this.number));
	}

	/** Lost and stolen ones have their line stopped. */
	Reason reason() {
		return REASONS.get(this.number % REASONS.size());
	}

	/**
	 * Where their mail goes.
	 * @return the address on file
	 */
	public String email() {
		return "customer%d@chaos.example".formatted(this.number);
	}

	/**
	 * The number on their identity card.
	 * @return the number with its check digit, as it is on file
	 */
	public String identityCard() {
		String digits = "%06d".formatted(100_000 + this.number);
		int sum = 36 * 9 + 10 * 8;
		for (int i = 0; i < digits.length(); i++) {
			sum += WEIGHTS[i] * (digits.charAt(i) - '0');
		}
		int check = (11 - sum % 11) % 11;
		return "A" + digits + "(" + ((check == 10) ? "A" : "" + check) + ")";
	}

	/**
	 * All of them as the simulated directory reads them.
	 * @param customers who is to be known
	 * @return YAML
	 */
	public static String file(List<Customer> customers) {
		return customers.stream().map(Customer::entry).collect(Collectors.joining("\n", "people:\n", "\n"));
	}

	private String entry() {
		return """
				- id: %s
				  brand: tidewire
				  name: Customer %d
				  email: %s
				  language: en
				  since: 2019-03-11
				  documents: { HKID: "%s" }
				  lines: [ { number: "%s", sim: ESIM, device: iPhone 15 } ]""".formatted(id().subscriber(), this.number,
				email(), identityCard(), line().e164());
	}

}
