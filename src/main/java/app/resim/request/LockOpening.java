package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * A SIM lock that staff will open for somebody who has lost the passkey that does.
 *
 * @param customer whose line
 * @param line which
 * @param askedBy sign-in name of the colleague who has looked at the evidence first
 * @param why what was looked at, in the colleague's words
 * @param askedAt when
 * @param agreedBy sign-in name of the second colleague
 * @param opensAt when the lock opens, unless its owner keeps it
 */
public record LockOpening(SubscriberId customer, Msisdn line, String askedBy, String why, Instant askedAt,
		Optional<String> agreedBy, Optional<Instant> opensAt) {
}
