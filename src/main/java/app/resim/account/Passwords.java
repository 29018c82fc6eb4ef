package app.resim.account;

import java.util.Objects;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords of staff are kept: with the name of the method in front, so that a
 * stronger one can follow.
 */
final class Passwords {

	private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	private Passwords() {
	}

	static String encode(String password) {
		return Objects.requireNonNull(ENCODER.encode(password));
	}

	static boolean match(CharSequence typed, String encoded) {
		return ENCODER.matches(typed, encoded);
	}

}
