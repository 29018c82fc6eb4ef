package app.resim.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where people sign in and out.
 */
public final class SignInPaths {

	/** Where customers sign in. */
	public static final String CUSTOMERS = "/sign-in";

	/** Where staff signs in. */
	public static final String STAFF = "/staff/sign-in";

	/** Where everybody signs out, by POST. */
	public static final String OUT = "/sign-out";

	/** Where customers prepare for the day when the phone is gone. */
	public static final String READY = "/ready";

	/** Where more is proven than the mailbox. */
	static final String SECOND = CUSTOMERS + "/second";

	private SignInPaths() {
	}

	/**
	 * Where a signed-in customer proves again who they are, by a fresh factor.
	 * @param wanted path of ours to which they come back, beginning with one slash
	 * @return an address outside Flow: leave with {@code UI.getPage().setLocation}
	 */
	public static String again(String wanted) {
		return CUSTOMERS + "?again=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
	}

	/**
	 * Where a signed-in customer proves more than so far, without another mail.
	 * @param wanted path of ours to which they come back, beginning with one slash
	 * @return an address outside Flow, as above
	 */
	public static String more(String wanted) {
		return SECOND + "?back=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
	}

}
