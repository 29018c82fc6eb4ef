package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.request.CaseView;
import app.resim.request.PictureReason;
import app.resim.request.PictureWish;
import app.resim.ui.ChoiceCards;
import app.resim.ui.Words;
import com.vaadin.flow.component.html.Div;

/**
 * For each picture of a case, why it is needed again, if it is.
 */
final class PictureWishes extends Div {

	private final Map<Side, ChoiceCards<Optional<PictureReason>>> sides = new EnumMap<>(Side.class);

	PictureWishes(Words words, CaseView work) {
		addClassName("wishes");
		work.request().pictures().stream().map(Picture::side).forEach(side -> this.sides.put(side, cards(words, side)));
		this.sides.values().forEach(this::add);
	}

	private static ChoiceCards<Optional<PictureReason>> cards(Words words, Side side) {
		var labels = new Labels(words);
		String name = "again-" + side.name().toLowerCase(Locale.ROOT);
		ChoiceCards<Optional<PictureReason>> cards = ChoiceCards
			.<Optional<PictureReason>>labelled(words, name,
					words.text("backoffice.decide.picture.question", labels.side(side)))
			.card(Optional.empty(), "fine", words.text("backoffice.decide.picture.fine"), "", null)
			.choose(Optional.empty());
		for (PictureReason reason : PictureReason.values()) {
			if (reason.fits(side)) {
				String key = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
				cards.card(Optional.of(reason), key, labels.brief(reason), "", null);
			}
		}
		cards.addClassName("chips");
		return cards.digits();
	}

	/** Where an error belongs. */
	Optional<ChoiceCards<Optional<PictureReason>>> first() {
		return this.sides.values().stream().findFirst();
	}

	List<PictureWish> chosen() {
		List<PictureWish> wishes = new ArrayList<>();
		this.sides.forEach((side, cards) -> cards.chosen()
			.flatMap(reason -> reason)
			.ifPresent(reason -> wishes.add(new PictureWish(side, reason))));
		return wishes;
	}

}
