package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.catalogue.SimWay;

/**
 * A physical card that people have something to do with. Holds nothing personal but the
 * masked line.
 *
 * @param reference of the request
 * @param maskedLine the last digits of the line
 * @param way how it comes to its owner
 * @param store key of the shop, where one hands it over
 * @param state how far it has come; empty while the document has to be looked at
 * @param since since when it stands there
 * @param tracking the carrier's number, where there is one
 */
public record CardRow(RequestReference reference, String maskedLine, SimWay way, Optional<String> store,
		Optional<CardView.State> state, Instant since, Optional<String> tracking) {
}
