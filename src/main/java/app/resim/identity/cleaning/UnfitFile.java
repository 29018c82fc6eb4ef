package app.resim.identity.cleaning;

import java.io.IOException;

import app.resim.identity.Acceptance.Refusal;

/**
 * Thrown when a file is refused, from wherever the decoders' call-backs found out; never
 * leaves this package. An {@link IOException}, because decoders let those through.
 */
final class UnfitFile extends IOException {

	private final Refusal refusal;

	UnfitFile(Refusal refusal) {
		super(refusal.name());
		this.refusal = refusal;
	}

	Refusal refusal() {
		return this.refusal;
	}

}
