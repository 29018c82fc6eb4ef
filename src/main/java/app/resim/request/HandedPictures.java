package app.resim.request;

import java.io.IOException;
import java.io.InputStream;

import app.resim.identity.Acceptance;
import app.resim.identity.DocumentId;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Component;

/**
 * Puts what another device has sent into its request, as its owner would have. It does
 * not count on the first screen, whose node may be gone: the request is whole without it.
 */
@Component
class HandedPictures implements Handovers.Adding {

	private final Requests requests;

	HandedPictures(Requests requests) {
		this.requests = requests;
	}

	@Override
	public Acceptance add(RequestReference request, SubscriberId owner, Subject subject, InputStream upload)
			throws IOException {
		Acceptance answer = this.requests.addPicture(request, owner, subject, upload);
		if (answer instanceof Acceptance.Accepted) {
			subject.kind().ifPresent(kind -> keepTo(kind, request, owner, subject.side()));
		}
		return answer;
	}

	/** The first picture of another document takes the place of all that were there. */
	private void keepTo(DocumentKind kind, RequestReference request, SubscriberId owner, Side added) {
		this.requests.find(request, owner)
			.filter(found -> found.documentKind().filter(kind::equals).isEmpty())
			.ifPresent(found -> {
				this.requests.chooseDocument(request, owner, kind);
				found.pictures()
					.stream()
					.filter(picture -> picture.side() != added && picture.side() != Side.PORTRAIT)
					.forEach(picture -> this.requests.removePicture(request, owner, picture.id()));
			});
	}

	@Override
	public void remove(RequestReference request, SubscriberId owner, DocumentId picture) {
		try {
			this.requests.removePicture(request, owner, picture);
		}
		catch (Requests.NoSuchRequest ex) {
			// it was sent or taken back meanwhile, and what it holds is not ours to touch
			return;
		}
	}

}
