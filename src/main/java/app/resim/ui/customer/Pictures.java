package app.resim.ui.customer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.identity.Acceptance;
import app.resim.identity.DocumentId;
import app.resim.identity.Documents;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.SubscriberId;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

/**
 * The pictures of one draft, for its owner and nobody else.
 */
final class Pictures {

	/** The biggest file that is taken. */
	static final int MOST_BYTES = 15 * 1024 * 1024;

	/** What a browser's file chooser offers; what a file really is, its bytes tell. */
	static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/webp", "application/pdf", ".jpg",
			".jpeg", ".png", ".webp", ".pdf");

	private final Requests requests;

	private final RequestReference reference;

	private final SubscriberId owner;

	Pictures(Requests requests, RequestReference reference, SubscriberId owner) {
		this.requests = requests;
		this.reference = reference;
		this.owner = owner;
	}

	static Optional<Picture> of(RequestView request, Side side) {
		return request.pictures().stream().filter(picture -> picture.side() == side).findFirst();
	}

	RequestReference reference() {
		return this.reference;
	}

	/** A picture that has come from elsewhere; empty once it is removed. */
	Optional<Picture> find(DocumentId picture) {
		return this.requests.find(this.reference, this.owner)
			.flatMap(request -> request.pictures().stream().filter(each -> each.id().equals(picture)).findFirst());
	}

	Acceptance add(Subject subject, InputStream upload) throws IOException {
		return this.requests.addPicture(this.reference, this.owner, subject, upload);
	}

	void remove(DocumentId picture) {
		this.requests.removePicture(this.reference, this.owner, picture);
	}

	/**
	 * Hands a picture to the browser that shows it, which keeps nothing.
	 * @param picture which
	 * @return the handler, bound to the page on which it stands
	 */
	DownloadHandler shown(DocumentId picture) {
		return DownloadHandler.fromInputStream(event -> {
			event.getResponse().setHeader("Cache-Control", "no-store");
			return shown(() -> this.requests.showPicture(this.reference, this.owner, picture));
		}).inline();
	}

	private static DownloadResponse shown(Supplier<byte[]> picture) {
		try {
			byte[] jpeg = picture.get();
			return new DownloadResponse(new ByteArrayInputStream(jpeg), "picture.jpg", "image/jpeg", jpeg.length);
		}
		catch (Documents.OutOfReach ex) {
			// the page says it in words
			return DownloadResponse.error(HttpStatusCode.SERVICE_UNAVAILABLE);
		}
	}

}
