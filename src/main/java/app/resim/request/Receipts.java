package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.account.Proven;
import app.resim.keys.SignedText;
import app.resim.keys.SigningKey;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Signed receipts of finished replacements: who proved what by which means, under which
 * rules, who decided when, and when the line moved. They name nobody.
 *
 * @see "docs/receipt.md"
 */
@Service
public class Receipts {

	static final String HEAD = "RESIM RECEIPT 1\n";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RequestRows rows;

	private final Weighings weighings;

	private final Votes votes;

	private final Changes change;

	private final SigningKey key;

	private final Clock clock;

	private final RandomGenerator chance;

	Receipts(RequestRows rows, Weighings weighings, Votes votes, Changes change, SigningKey key, Clock clock,
			RandomGenerator chance) {
		this.rows = rows;
		this.weighings = weighings;
		this.votes = votes;
		this.change = change;
		this.key = key;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Whether a finished request has a receipt.
	 * @param phase how far it has come
	 * @return false before the new eSIM is installed, and in an installation without a
	 * key to sign with
	 */
	public boolean areGivenFor(Phase phase) {
		return phase == Phase.DONE && this.key.isThere();
	}

	/**
	 * The receipt for its owner. Each one is drawn up anew and leaves an audit row.
	 * @param reference of which request
	 * @param owner who is signed in
	 * @return a file, or empty if the owner has no such request or it is not finished
	 */
	public Optional<byte[]> of(RequestReference reference, SubscriberId owner) {
		return this.rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber())
			.flatMap(request -> receipt(request, Actor.customer(owner)));
	}

	/**
	 * The receipt for staff.
	 * @param reference of which request
	 * @param staff sign-in name
	 * @return a file, or empty if there is no such request or it is not finished
	 */
	public Optional<byte[]> forStaff(RequestReference reference, String staff) {
		return this.rows.findByReference(reference.reference())
			.flatMap(request -> receipt(request, Actor.staff(staff)));
	}

	private Optional<byte[]> receipt(Request request, Actor by) {
		if (!areGivenFor(request.status().phase()) || request.installedAt().isEmpty()) {
			return Optional.empty();
		}
		Instant at = this.clock.instant();
		String text = HEAD + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(told(request, at)) + "\n";
		Optional<SignedText> signed = this.key.sign(text);
		signed.ifPresent(receipt -> this.change.publish(CaseEvent.of("receipt.made", request, by, at)));
		return signed.map(SignedText::file);
	}

	private Map<String, Object> told(Request request, Instant at) {
		var told = new LinkedHashMap<String, Object>();
		told.put("issuedAt", text(at));
		told.put("reference", request.reference().reference());
		told.put("brand", request.brand().brand());
		told.put("line", line(LineMark.of(request.line().e164(), this.chance)));
		request.reason().ifPresent(reason -> told.put("reason", reason.name()));
		request.documentKind().ifPresent(kind -> told.put("documentShown", kind.name()));
		request.submittedAt().ifPresent(sent -> told.put("sentAt", text(sent)));
		Optional<Weighed> weighed = this.weighings.of(request.id());
		weighed.ifPresent(known -> {
			told.put("proof", proof(known));
			told.put("policy", known.policy());
		});
		told.put("decision", decision(request, weighed));
		request.readyAt().ifPresent(ready -> told.put("codeReadyAt", text(ready)));
		request.installedAt().ifPresent(installed -> told.put("installedAt", text(installed)));
		request.endedAt().ifPresent(ended -> told.put("oldSimEndedAt", text(ended)));
		return told;
	}

	private static Map<String, Object> line(LineMark line) {
		var told = new LinkedHashMap<String, Object>();
		told.put("endsIn", line.endsIn());
		told.put("salt", line.salt());
		told.put("rounds", LineMark.ROUNDS);
		told.put("mark", line.mark());
		return told;
	}

	private static Map<String, Object> proof(Weighed weighed) {
		var told = new LinkedHashMap<String, Object>();
		told.put("strength", weighed.strength().name());
		told.put("means", weighed.proven().stream().map(Receipts::means).toList());
		return told;
	}

	private static Map<String, Object> means(Proven proven) {
		var told = new LinkedHashMap<String, Object>();
		told.put("factor", proven.factor().name());
		told.put("at", text(proven.at()));
		return told;
	}

	/** People appear as times: who they are is the operator's to know. */
	private Map<String, Object> decision(Request request, Optional<Weighed> weighed) {
		List<String> approvals = this.votes.times(request.id()).stream().map(Receipts::text).toList();
		var told = new LinkedHashMap<String, Object>();
		request.route().ifPresent(route -> told.put("by", (route == Route.AUTOMATIC) ? "RULES" : "PEOPLE"));
		told.put("approvals", approvals);
		weighed.ifPresent(known -> {
			told.put("peopleNeeded", known.people());
			known.heldUntil().ifPresent(until -> told.put("heldUntil", text(until)));
		});
		request.decidedAt().ifPresent(decided -> told.put("approvedAt", text(decided)));
		return told;
	}

	private static String text(Instant at) {
		return at.truncatedTo(ChronoUnit.SECONDS).toString();
	}

}
