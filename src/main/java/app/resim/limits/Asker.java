package app.resim.limits;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who does something, as far as it is known. What is not known is not counted, except
 * that everybody is counted together.
 */
public final class Asker {

	private final Map<Scope, String> names = new EnumMap<>(Scope.class);

	private Asker() {
		this.names.put(Scope.EVERYBODY, "");
	}

	/**
	 * Somebody at an address.
	 * @param address IPv4 or IPv6, as text
	 * @return who asks
	 */
	public static Asker at(String address) {
		return new Asker().with(Scope.ADDRESS, Network.of(address));
	}

	/**
	 * A customer, a member of staff or a mailbox.
	 * @param account a stable name
	 * @return who asks
	 */
	public static Asker account(String account) {
		return new Asker().andAccount(account);
	}

	/**
	 * The system itself.
	 * @return who asks
	 */
	public static Asker nobody() {
		return new Asker();
	}

	/**
	 * Names the account as well.
	 * @param account a stable name
	 * @return this
	 */
	public Asker andAccount(String account) {
		return with(Scope.ACCOUNT, account);
	}

	/**
	 * Names the line as well.
	 * @param line its number, in one spelling
	 * @return this
	 */
	public Asker andLine(String line) {
		return with(Scope.LINE, line);
	}

	private Asker with(Scope scope, String name) {
		this.names.put(scope, name);
		return this;
	}

	Optional<String> name(Scope scope) {
		return Optional.ofNullable(this.names.get(scope));
	}

	@Override
	public String toString() {
		return "Asker" + this.names.keySet();
	}

}
