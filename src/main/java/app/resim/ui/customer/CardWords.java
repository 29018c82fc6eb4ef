package app.resim.ui.customer;

import java.util.Locale;
import java.util.Optional;

import app.resim.catalogue.SimWay;
import app.resim.request.CardView;
import app.resim.request.Phase;
import app.resim.request.RequestView;
import app.resim.ui.Act;
import app.resim.ui.Facts;
import app.resim.ui.Page;
import app.resim.ui.Prose;
import app.resim.ui.Timeline;

/**
 * How far a physical card has come, in the words of its way.
 */
final class CardWords {

	private CardWords() {
	}

	static String lead(Page page, RequestView request) {
		String until = request.times().codeUntil().map(page.times()::by).orElse("");
		return page.text("card.lead." + key(request), until);
	}

	/** For example {@code courier.sent}. */
	private static String key(RequestView request) {
		CardView card = request.card().orElseThrow();
		return card.way().orElse(SimWay.STORE).name().toLowerCase(Locale.ROOT) + "."
				+ card.state().orElse(CardView.State.WANTED).name().toLowerCase(Locale.ROOT);
	}

	static void timeline(Page page, Timeline wire, RequestView request) {
		CardView card = request.card().orElseThrow();
		SimWay way = card.way().orElse(SimWay.STORE);
		boolean prepared = card.state().filter(state -> state != CardView.State.WANTED).isPresent();
		boolean sent = card.sent().isPresent();
		String until = request.times().codeUntil().map(page.times()::by).orElse("");
		if (!prepared) {
			wire.now(page.text("card.timeline.prepare"), page.text("card.timeline.prepare." + way), "");
		}
		else {
			wire.done(page.text("card.timeline.prepared"), "", "");
		}
		if (way == SimWay.COURIER) {
			card.sent()
				.ifPresentOrElse(at -> wire.done(page.text("card.timeline.sent"), page.times().stamp(at), ""), () -> {
					if (prepared) {
						wire.now(page.text("card.timeline.send"), page.text("card.timeline.send.time"), "");
					}
					else {
						wire.next(page.text("card.timeline.send"), page.text("card.timeline.send.time"), "");
					}
				});
		}
		boolean now = (way == SimWay.COURIER) ? sent : prepared;
		String last = page.text("card.timeline." + ((way == SimWay.COURIER) ? "use" : "collect"));
		if (now) {
			wire.now(last, until, "");
		}
		else {
			wire.next(last, "", "");
		}
		wire.next(page.text("status.timeline.old"), page.text("status.timeline.old.time"), "");
	}

	/** What only its way has: where it waits, the carrier's number. */
	static Optional<Facts> details(Page page, RequestView request) {
		boolean under = request.phase() == Phase.READY;
		return request.card().filter(card -> under).map(card -> {
			Facts facts = Facts.plain();
			Locale reader = page.words().language().locale();
			card.store()
				.flatMap(page.visit().brand()::store)
				.ifPresent(shop -> facts.fact(page.text("card.shop"), shop.name(reader) + ", " + shop.address(reader)));
			card.tracking().ifPresent(number -> facts.fact(page.text("card.tracking"), Prose.number(number)));
			return facts;
		}).filter(facts -> facts.getChildren().findAny().isPresent());
	}

	static Optional<Act> act(Page page, RequestView request) {
		return request.card().flatMap(card -> {
			boolean collect = card.way().filter(way -> way == SimWay.PICKUP).isPresent()
					&& card.state().filter(state -> state == CardView.State.PREPARED).isPresent();
			boolean use = card.state().filter(state -> state == CardView.State.SENT).isPresent();
			String href = Way.card(request.reference());
			return collect ? Optional.of(Act.go(page.text("card.act.collect"), href).named("collect"))
					: use ? Optional.of(Act.go(page.text("card.act.use"), href).named("use")) : Optional.empty();
		});
	}

}
