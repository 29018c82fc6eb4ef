package app.resim.audit;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import app.resim.keys.Seal;

/**
 * A link of the chain: a keyed fingerprint over a row of the trail, its place and the
 * link before. Without the key nobody can make one, so that a row that was changed, moved
 * or put in between does not fit any more.
 *
 * @param place 1 for the first, without gaps
 * @param print the fingerprint; empty only for what stands before the first
 */
record Link(long place, byte[] print) {

	/** What the first one hangs on. */
	static final Link NONE = new Link(0, new byte[0]);

	private static final String CONTEXT = "audit-link";

	/** The link of the row that comes next. */
	Link next(AuditEntry entry, Seal seal) {
		return new Link(this.place + 1, seal.fingerprint(text(entry), CONTEXT));
	}

	/** Whether a link is the one of this row, coming next. */
	boolean isFollowedBy(Link link, AuditEntry entry, Seal seal) {
		return link.place == this.place + 1 && seal.matches(link.print, text(entry), CONTEXT);
	}

	/** Each part with its length before it, so that nothing can be moved between two. */
	private String text(AuditEntry entry) {
		return List
			.of(Long.toString(this.place + 1), HexFormat.of().formatHex(this.print), Long.toString(entry.id()),
					entry.at().truncatedTo(ChronoUnit.MICROS).toString(), entry.actor().kind().name(),
					entry.actor().id(), entry.deed(), entry.subject(), entry.details())
			.stream()
			.map(part -> part.length() + ":" + part)
			.collect(Collectors.joining());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Link link && this.place == link.place && Arrays.equals(this.print, link.print);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.place);
	}

	@Override
	public String toString() {
		return "Link " + this.place;
	}

}
