package app.resim.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import app.resim.identity.Acceptance;
import app.resim.identity.DocumentId;
import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.SubscriberId;

/**
 * Takes what other devices send, and does meanwhile whatever a test wants.
 */
final class Album implements Handovers.Adding {

	final List<Added> added = new CopyOnWriteArrayList<>();

	final List<DocumentId> removed = new CopyOnWriteArrayList<>();

	private volatile Looking looking = () -> good();

	/** What was added, for whom. */
	record Added(RequestReference request, SubscriberId owner, Subject subject, String bytes) {
	}

	/** What happens while a picture is looked at. */
	@FunctionalInterface
	interface Looking {

		Acceptance look() throws IOException;

	}

	static Acceptance good() {
		return new Acceptance.Accepted(new Picture(new DocumentId(UUID.randomUUID()), Side.FRONT, 1600, 1100,
				Instant.EPOCH, new Findings.Accepted(Set.of())));
	}

	void answers(Looking with) {
		this.looking = with;
	}

	@Override
	public Acceptance add(RequestReference request, SubscriberId owner, Subject subject, InputStream upload)
			throws IOException {
		String bytes = new String(upload.readAllBytes(), StandardCharsets.UTF_8);
		Acceptance answer = this.looking.look();
		if (answer instanceof Acceptance.Accepted) {
			this.added.add(new Added(request, owner, subject, bytes));
		}
		return answer;
	}

	@Override
	public void remove(RequestReference request, SubscriberId owner, DocumentId picture) {
		this.removed.add(picture);
	}

}
