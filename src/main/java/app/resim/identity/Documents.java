package app.resim.identity;

import java.time.Instant;
import java.util.List;

import app.resim.kernel.Actor;

import org.springframework.stereotype.Service;

/**
 * Pictures of identity documents and portraits: cleaned on the way in, encrypted at rest,
 * shown only through {@link #view}.
 *
 * <p>
 * A picture belongs to a folder, an opaque key of the caller's such as a request id. A
 * folder holds at most one picture of each side.
 */
@Service
public class Documents {

	/**
	 * Cleans and stores a picture, in place of an earlier one of the same side.
	 * @param folder the caller's key
	 * @param side what it shows
	 * @param upload the bytes as received; type and size are not trusted
	 * @param by who uploads
	 * @return what became of it
	 */
	public Acceptance accept(String folder, Side side, byte[] upload, Actor by) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The pictures of a folder, front before back before portrait.
	 * @param folder the caller's key
	 * @return without bytes
	 */
	public List<Picture> in(String folder) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Shows a picture. The only way out; every call leaves an audit row.
	 * @param folder the folder that it must lie in
	 * @param id the picture
	 * @param viewer who looks
	 * @return a JPEG without metadata
	 * @throws NoSuchPicture if the folder holds no such picture
	 */
	public byte[] view(String folder, DocumentId id, Actor viewer) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Removes a picture for good; one that is not there is ignored.
	 * @param folder the folder
	 * @param id the picture
	 * @param by who removes
	 */
	public void remove(String folder, DocumentId id, Actor by) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Lets identity forget a folder by its own clock.
	 * @param folder the folder
	 * @param at when its pictures are deleted
	 */
	public void releaseAfter(String folder, Instant at) {
		throw new UnsupportedOperationException();
	}

	/** Thrown when the folder holds no such picture. */
	public static class NoSuchPicture extends RuntimeException {

		NoSuchPicture() {
			super("No such picture");
		}

	}

}
