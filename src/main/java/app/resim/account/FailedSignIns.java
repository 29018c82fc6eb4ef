package app.resim.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How often somebody failed to sign in as a customer within the last day: wrong codes
 * from the mailbox, and wrong codes from the printed list or an authenticator app that no
 * right one followed. Passkeys that do not fit are nobody's and not counted.
 */
@Service
public class FailedSignIns {

	private static final Duration DAY = Duration.ofDays(1);

	private final JdbcClient database;

	private final SlowDown slowDown;

	private final Clock clock;

	FailedSignIns(JdbcClient database, SlowDown slowDown, Clock clock) {
		this.database = database;
		this.slowDown = slowDown;
		this.clock = clock;
	}

	/**
	 * Counts them.
	 * @param customer as whom
	 * @return how many
	 */
	public int of(SubscriberId customer) {
		return mailed(customer) + this.slowDown.failures(AuthenticatorApps.turns(customer), DAY)
				+ this.slowDown.failures(RecoveryCodes.turns(customer), DAY);
	}

	private int mailed(SubscriberId customer) {
		return this.database.sql("""
				SELECT COALESCE(SUM(tries) - COUNT(used_at), 0) FROM sign_in_challenge
				WHERE subscriber = ? AND made_at > ? AND tries > 0""")
			.param(customer.subscriber())
			.param(this.clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
	}

}
