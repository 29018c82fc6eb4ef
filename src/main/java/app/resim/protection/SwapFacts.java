package app.resim.protection;

import java.time.Instant;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;

/**
 * What the rules look at.
 *
 * @param line the line to be replaced
 * @param brand whose rules hold
 * @param reason why
 * @param deviceFits whether the new device surely takes an eSIM
 * @param at when the request is sent
 */
public record SwapFacts(Msisdn line, Brand brand, Reason reason, boolean deviceFits, Instant at) {
}
