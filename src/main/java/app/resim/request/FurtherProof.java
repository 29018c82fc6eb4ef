package app.resim.request;

/**
 * What more proof has become for a request that was sent.
 */
public enum FurtherProof {

	/** Fewer people decide, or it waits less, or it goes on at once. */
	FASTER,
	/** What was proven changes nothing. */
	NOTHING_GAINED,
	/** The last factor is too old. */
	NEEDS_FRESH_PROOF,
	/** There is no such request, or it is past the point where proof helps. */
	OVER

}
