package app.resim.ui.backoffice;

import java.util.Set;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.protection.Signal;
import app.resim.request.DeclineReason;
import app.resim.request.DeviceFacts;
import app.resim.request.LineView;
import app.resim.request.Phase;
import app.resim.request.PictureReason;
import app.resim.ui.Badge.Look;
import app.resim.ui.Words;

/**
 * What the back office calls the things of other modules.
 *
 * @param words the reader's
 */
record Labels(Words words) {

	/** Faults that have a sentence of their own; the others share one. */
	private static final Set<String> KNOWN_FAULTS = Set.of("es2plus.unknown", "es2plus.code-lost", "es2plus.8.2.5-3.7",
			"es2plus.8.2.5-3.9", "es2plus.8.2.1-3.3", "es2plus.8.1.1-3.10", "provisioning.pool-empty",
			"provisioning.held", "provisioning.cancelled", "network.no-such-line", "notice.pending",
			"notice.undelivered", "code.downloaded", "es2plus.unreachable", "network.unreachable", "es2plus.expired");

	String reason(Reason reason) {
		return this.words.text("backoffice.reason." + reason);
	}

	String phase(Phase phase) {
		return this.words.text("backoffice.phase." + phase);
	}

	String document(DocumentKind kind) {
		return this.words.text("backoffice.document." + kind);
	}

	String side(Side side) {
		return this.words.text("backoffice.side." + side);
	}

	String verdict(Verdict verdict) {
		return this.words.text("backoffice.verdict." + verdict);
	}

	String source(DeviceFacts.Source source) {
		return this.words.text("backoffice.source." + source);
	}

	String line(LineView.State state) {
		return this.words.text("backoffice.line." + state);
	}

	String actor(Actor.Kind kind) {
		return this.words.text("backoffice.actor." + kind);
	}

	/** A signal in two words, for the worklist and the badge. */
	String brief(Signal signal) {
		return this.words.text("backoffice.signal." + signal + ".short");
	}

	/** A signal in a sentence. */
	String sentence(Signal signal) {
		return this.words.text("backoffice.signal." + signal);
	}

	static Look look(Signal signal) {
		return switch (signal) {
			case REASON_NEEDS_PERSON -> Look.PLAIN;
			case DEVICE_UNSURE, REPLACED_LATELY, PICTURE_DOUBTFUL, NEW_ACCOUNT, NEW_BROWSER, FAILED_SIGN_INS,
					MANY_FOR_LINE, MANY_OF_ACCOUNT, MANY_FROM_NETWORK, WEAK_SIGN_IN ->
				Look.WARN;
			case DOCUMENT_CONTRADICTS, LIMIT_OF_THIRTY_DAYS, LIMIT_OF_A_YEAR, CONTACT_CHANGED, MANY_WITH_DOCUMENT,
					OLD_SIM_IN_USE, SIM_LOCKED ->
				Look.DANGER;
		};
	}

	/** Why a request is declined, in two words for the reviewer. */
	String brief(DeclineReason reason) {
		return this.words.text("backoffice.decline." + reason);
	}

	/** Why another picture is needed, in two words for the reviewer. */
	String brief(PictureReason reason) {
		return this.words.text("backoffice.picture-reason." + reason);
	}

	/** The sentence that the customer reads. */
	String sentence(DeclineReason reason) {
		return this.words.text("request.decline." + reason);
	}

	/** What keeps fulfilment, and what may help. */
	String fault(String fault) {
		return this.words.text(KNOWN_FAULTS.contains(fault) ? "backoffice.fault." + fault : "backoffice.fault.other");
	}

}
