package app.resim.ui.backoffice;

import java.util.Comparator;
import java.util.stream.Collectors;

import app.resim.account.Proven;
import app.resim.protection.Fact;
import app.resim.request.Weighed;
import app.resim.ui.Facts;
import app.resim.ui.Visit;

/**
 * By which means the customer has proven who they are, what speaks against the request in
 * points, and what could not be known.
 */
final class WeighedFacts {

	private final Visit visit;

	WeighedFacts(Visit visit) {
		this.visit = visit;
	}

	Facts of(Weighed weighed) {
		Facts facts = Facts.plain()
			.fact(text("backoffice.weighed.proof"), text("backoffice.strength." + weighed.strength()),
					weighed.proven().stream().map(this::factor).collect(Collectors.joining(" · ")))
			.fact(text("backoffice.weighed.points"), text("backoffice.weighed.points.text", weighed.points()));
		weighed.heldUntil()
			.ifPresent(until -> facts.fact(text("backoffice.weighed.held"), this.visit.times().full(until)));
		return weighed.unknown().isEmpty() ? facts
				: facts.fact(text("backoffice.weighed.unknown"),
						weighed.unknown()
							.stream()
							.sorted(Comparator.comparing(Fact::ordinal))
							.map(fact -> text("backoffice.unknown." + fact))
							.collect(Collectors.joining(" · ")));
	}

	private String factor(Proven proven) {
		return text("backoffice.weighed.factor", text("backoffice.factor." + proven.factor()),
				this.visit.times().stamp(proven.at()));
	}

	private String text(String key, Object... args) {
		return this.visit.text(key, args);
	}

}
