package app.resim.account;

import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * The operator's staff and their sign-in, apart from customers in every respect.
 */
@Service
public class Staff {

	/**
	 * Checks a name and a password, with the same work for names that do not exist. Ten
	 * wrong passwords in a quarter of an hour slow the name down.
	 * @param name as typed
	 * @param password as typed
	 * @return who it is, or empty
	 */
	public Optional<StaffMember> check(String name, CharSequence password) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Somebody by sign-in name.
	 * @param name the sign-in name
	 * @return who it is, or empty
	 */
	public Optional<StaffMember> find(String name) {
		throw new UnsupportedOperationException();
	}

}
