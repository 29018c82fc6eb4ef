package app.resim.privacy;

import java.util.List;
import java.util.Set;

import app.resim.audit.AuditEntry;
import app.resim.kernel.Actor;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData.Part;
import app.resim.kernel.SubscriberId;

/**
 * The audit trail as a customer may see it: what was done and when, by themselves, by the
 * product or by staff without a name. That a hold lies stays unsaid: it may belong to an
 * investigation.
 */
final class TrailOfACustomer {

	private static final String HOLDS = "privacy.hold-";

	private static final String REFUSED = "privacy.erasure-refused";

	/** Parts of the trail whose details name nothing but keys and reasons. */
	private static final Set<String> TOLD = Set.of("request", "document", "sign-in");

	private TrailOfACustomer() {
	}

	static Part told(List<AuditEntry> entries, SubscriberId customer) {
		return new Part(entries.stream()
			.filter(entry -> !entry.deed().startsWith(HOLDS) && !entry.deed().equals(REFUSED))
			.map(entry -> told(entry, customer))
			.toList(), List.of());
	}

	private static Particulars told(AuditEntry entry, SubscriberId customer) {
		String area = entry.deed().substring(0, Math.max(0, entry.deed().indexOf('.')));
		return new Particulars().say("at", entry.at())
			.say("by", who(entry.actor(), customer))
			.say("deed", entry.deed())
			.say("subject", entry.subject())
			.say("details", TOLD.contains(area) ? entry.details() : "");
	}

	private static String who(Actor actor, SubscriberId customer) {
		return switch (actor.kind()) {
			case CUSTOMER -> actor.id().equals(customer.subscriber()) ? "you" : "another customer";
			case STAFF -> "staff";
			case SYSTEM -> actor.id();
			case STRANGER -> "somebody not signed in";
		};
	}

}
