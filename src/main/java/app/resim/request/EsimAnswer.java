package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Msisdn;

/**
 * The answer to asking for the code.
 */
public sealed interface EsimAnswer {

	/**
	 * The code may be shown, once, for two minutes. Holds secrets and prints none.
	 *
	 * @param line the number that it brings
	 * @param activationCode the text of the QR code
	 * @param smdpAddress SM-DP+ address
	 * @param matchingId what people type as activation code
	 * @param confirmationCode where the phone will ask for one
	 * @param picture the QR code as PNG
	 * @param links install links
	 * @param deviceLabel the phone it was asked for, may be empty
	 * @param eidEnding the last digits of the EID it is bound to, where bound
	 * @param usableUntil when it ends
	 */
	record Shown(Msisdn line, String activationCode, String smdpAddress, String matchingId,
			Optional<String> confirmationCode, byte[] picture, Links links, String deviceLabel,
			Optional<String> eidEnding, Instant usableUntil) implements EsimAnswer {

		@Override
		public String toString() {
			return "Shown[]";
		}

	}

	/**
	 * Addresses that open the phone's own eSIM settings. Secrets, like the code.
	 *
	 * @param apple for iPhones
	 * @param android for Android phones
	 * @param lpa for Windows and some phones
	 */
	record Links(String apple, String android, String lpa) {

		@Override
		public String toString() {
			return "Links[]";
		}

	}

	/** The last sign-in is older than five minutes: a fresh code first. */
	record NeedsFreshSignIn() implements EsimAnswer {
	}

	/** Not ready yet, or over: the status page tells. */
	record NotNow() implements EsimAnswer {
	}

	/** A phone has installed it: the code is of no use any more. */
	record Installed() implements EsimAnswer {
	}

}
