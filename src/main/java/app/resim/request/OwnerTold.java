package app.resim.request;

import java.util.UUID;

/**
 * A first message about a request is on its way to its owner: now it can be issued.
 *
 * @param request whose
 */
record OwnerTold(UUID request) {
}
