package app.resim.provisioning;

import java.time.Instant;

/**
 * The SM-DP+ reported that a phone could not install the profile.
 *
 * @param order the order
 * @param fault subject and reason code, for example {@code 8.2.10-4.2} (SGP.22, 5.2.6)
 * @param at when the report was received
 */
public record DownloadFailed(OrderId order, String fault, Instant at) {
}
