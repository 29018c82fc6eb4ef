package app.resim.ui.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.Factor;
import app.resim.account.Proof;
import app.resim.account.Readiness;
import app.resim.account.Strength;
import app.resim.request.Phase;
import app.resim.request.Prospect;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.SignInPaths;
import app.resim.ui.Stack;
import app.resim.ui.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Which way a request goes, why, how long it takes and what would make it faster.
 */
final class RouteWords {

	private final Visit visit;

	RouteWords(Visit visit) {
		this.visit = visit;
	}

	/**
	 * Before the request is sent.
	 * @param prospects the present one first, then each faster one
	 * @param proof what the customer has proven
	 * @param ready what the customer could prove
	 * @param here where the customer comes back to
	 * @return a part of the page
	 */
	Stack before(List<Prospect> prospects, Proof proof, Readiness ready, String here) {
		Prospect now = prospects.getFirst();
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(text("proof.now." + showed(now.strength(), proof)) + " " + way(now)));
		List<Prospect> faster = prospects.subList(1, prospects.size());
		if (!faster.isEmpty()) {
			parts.add(Prose.paragraph("**" + text("proof.faster") + "**"));
			parts.add(list(faster));
			parts.add(more(faster, ready, here));
		}
		var stack = new Stack(text("proof.title"), parts.toArray(Component[]::new));
		stack.setId("route");
		return stack;
	}

	/**
	 * An account of the operator is worth as much as the mailbox, and is something else.
	 */
	private static String showed(Strength strength, Proof proof) {
		return (strength == Strength.MAIL && proof.find(Factor.MAIL_CODE).isEmpty()) ? "ACCOUNT" : strength.name();
	}

	/**
	 * While a request that was sent waits.
	 * @param ways the present one first, then each faster one
	 * @param proven what the customer has proven by now
	 * @param ready what the customer could prove
	 * @param here where the customer comes back to
	 * @param use takes what is proven
	 * @return a part of the page
	 */
	Stack further(List<Prospect> ways, Strength proven, Readiness ready, String here, Runnable use) {
		List<Prospect> faster = ways.subList(1, ways.size());
		Prospect next = faster.getFirst();
		List<Component> parts = new ArrayList<>();
		if (next.strength() == proven) {
			parts.add(Prose.paragraph(text("proof.further.now." + proven) + " " + way(next)));
			parts.add(new Acts(Act.press(text("proof.further.use"), use).named("use-proof")));
		}
		else {
			parts.add(list(faster));
			parts.add(more(faster, ready, here));
		}
		var stack = new Stack(text("proof.faster"), parts.toArray(Component[]::new));
		stack.setId("further");
		return stack;
	}

	/**
	 * After it was sent. What is still to come is said only while it is to come.
	 * @param facts gets a line
	 * @param sent the way that it took
	 * @param phase how the request stands
	 */
	void after(Facts facts, Prospect sent, Phase phase) {
		String showed = text("proof.by." + sent.strength());
		switch (phase) {
			case DRAFT, CHECKING, COOLING, PICTURE_WANTED, AT_STORE ->
				facts.fact(text("proof.sent"), showed, sentWay(sent, sent.heldUntil()));
			case PAUSED, PREPARING, READY, DONE ->
				facts.fact(text("proof.sent"), showed, sentWay(sent, Optional.empty()));
			case DECLINED, WITHDRAWN, EXPIRED -> facts.fact(text("proof.sent"), showed);
		}
	}

	private String sentWay(Prospect sent, Optional<Instant> heldUntil) {
		List<String> sentences = new ArrayList<>();
		sentences.add(text("proof.sent.people", sent.people()));
		heldUntil.ifPresent(until -> sentences.add(text("proof.held", this.visit.times().at(until))));
		if (!sent.isAtOnce() && sent.strength() != Strength.PASSKEY) {
			sentences.add(text("proof.sent.next-time"));
		}
		return String.join(" ", sentences);
	}

	private String way(Prospect prospect) {
		if (!prospect.possible()) {
			return text("proof.not");
		}
		if (prospect.isAtOnce()) {
			return text("proof.at-once");
		}
		List<String> sentences = new ArrayList<>();
		if (prospect.people() > 0) {
			sentences.add(text("proof.people", prospect.people(), this.visit.times().by(prospect.answerBy())));
		}
		prospect.heldUntil().ifPresent(until -> sentences.add(text("proof.held", this.visit.times().at(until))));
		return String.join(" ", sentences);
	}

	private PlainList list(List<Prospect> faster) {
		return new PlainList(faster.stream()
			.map(prospect -> text("proof.faster.line", text("proof.with." + prospect.strength()), way(prospect)))
			.toList());
	}

	private Component more(List<Prospect> faster, Readiness ready, String here) {
		return faster.stream().anyMatch(prospect -> has(ready, prospect.strength()))
				? new Acts(Act.go(text("proof.more"), SignInPaths.more(here)).quiet().named("prove-more")) : prepare();
	}

	private static boolean has(Readiness ready, Strength strength) {
		return switch (strength) {
			case MAIL -> true;
			case MAIL_AND_RECOVERY_CODE -> ready.codesLeft() > 0;
			case TWO_FACTORS -> ready.app();
			case PASSKEY -> !ready.passkeys().isEmpty();
		};
	}

	private Paragraph prepare() {
		Paragraph none = Prose.paragraph(text("proof.none") + " ", "soft");
		var link = new Link(SignInPaths.READY, text("proof.none.go"));
		link.setId("get-ready");
		none.add(link);
		return none;
	}

	private String text(String key, Object... args) {
		return this.visit.text(key, args);
	}

}
