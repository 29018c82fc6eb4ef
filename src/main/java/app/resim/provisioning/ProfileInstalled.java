package app.resim.provisioning;

import java.time.Instant;

/**
 * The SM-DP+ reported that a phone installed the profile (SGP.22, notification point 4,
 * executed with success). Published once for an order, in the transaction that stored it.
 *
 * @param order the order
 * @param at when the report was received
 */
public record ProfileInstalled(OrderId order, Instant at) {
}
