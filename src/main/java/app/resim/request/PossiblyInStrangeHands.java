package app.resim.request;

import java.util.UUID;

/**
 * A customer said that the phone is lost or stolen: the line has to be stopped. Handled
 * after commit, so that the network is called outside the transaction and again until it
 * answers.
 *
 * @param request key of the request
 */
record PossiblyInStrangeHands(UUID request) {
}
