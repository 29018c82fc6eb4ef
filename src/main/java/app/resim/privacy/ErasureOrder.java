package app.resim.privacy;

import java.time.Instant;
import java.util.UUID;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;

/**
 * An order to erase a customer that is not finished.
 *
 * @param id its key
 * @param customer who is erased
 * @param by who has ordered it
 * @param at when; what came later stays
 */
public record ErasureOrder(UUID id, SubscriberId customer, Actor by, Instant at) {
}
