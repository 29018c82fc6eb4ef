package app.resim.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import app.resim.identity.Acceptance;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.SubscriberId;

/**
 * Uploads pictures that a test holds in its hands.
 */
public final class PicturesOfARequest {

	private PicturesOfARequest() {
	}

	/**
	 * Uploads as the owner.
	 * @param requests the requests
	 * @param reference which one
	 * @param owner who is signed in
	 * @param side what it shows
	 * @param picture the file
	 * @return what became of it
	 */
	public static Acceptance add(Requests requests, RequestReference reference, SubscriberId owner, Side side,
			byte[] picture) {
		try {
			return requests.addPicture(reference, owner, new Subject(side, Optional.empty()),
					new ByteArrayInputStream(picture));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
