package app.resim.ui.customer;

import java.util.List;
import java.util.Optional;

import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.kernel.Eid;
import app.resim.kernel.Imei;
import app.resim.kernel.Reading;
import app.resim.request.DeviceFacts;
import app.resim.request.DeviceFacts.Source;
import app.resim.ui.Art;
import app.resim.ui.ChoiceCards;
import app.resim.ui.Icons;
import app.resim.ui.ListQuestion;
import app.resim.ui.Page;
import app.resim.ui.TextQuestion;
import com.vaadin.flow.component.html.Div;

/**
 * The ways to say which device it is: what the browser suggested, the list, a name of
 * somebody's own, the EID, the IMEI.
 */
final class WhichDevice extends Div {

	private final Page page;

	private final DeviceWords spoken;

	private final Optional<Pick> suggested;

	private final boolean byNumber;

	private final ChoiceCards<Source> by;

	private final ListQuestion<Pick> model;

	private final TextQuestion eid;

	private final TextQuestion imei;

	/**
	 * A model.
	 *
	 * @param deviceId key in the list; empty for other words
	 * @param label as it is written
	 */
	record Pick(Optional<String> deviceId, String label) {
	}

	/**
	 * What was said.
	 *
	 * @param question for the catalogue
	 * @param label the device as it was named; empty where only a number is known
	 * @param source by which way
	 * @param eid the EID, where given
	 */
	record Told(DeviceQuestion question, String label, Source source, Optional<Eid> eid) {
	}

	/**
	 * Empty ways.
	 * @param page on which they stand
	 * @param devices the list
	 * @param suggested a model to confirm, as the browser spells it
	 * @param byNumber whether an EID or an IMEI helps
	 * @param submitted what Enter does
	 */
	WhichDevice(Page page, Devices devices, Optional<String> suggested, boolean byNumber, Runnable submitted) {
		this.page = page;
		this.byNumber = byNumber;
		this.spoken = new DeviceWords(page.words());
		this.suggested = suggested.map(label -> new Pick(Optional.empty(), label));
		this.model = ListQuestion
			.<Pick>labelled(page.words(), "model", text("customer.device.model"), typed -> picks(devices, typed),
					Pick::label)
			.hint(text("customer.device.model.hint"))
			.ownWords(typed -> new Pick(Optional.empty(), typed));
		this.eid = DeviceWords.eid(page, submitted).picture(Art.STAR_HASH.draw(text("customer.eid.picture")));
		this.imei = TextQuestion.labelledLongNumber(page.words(), "imei", text("customer.imei.question"), submitted)
			.hint(text("customer.imei.hint"));
		this.by = cards();
		if (suggested.isEmpty()) {
			this.by.choose(Source.LIST);
		}
		add(this.by);
	}

	private ChoiceCards<Source> cards() {
		var cards = ChoiceCards.<Source>labelled(this.page.words(), "by", text("customer.device.by"));
		this.suggested.ifPresent(pick -> cards.card(Source.HINT, "hint", pick.label(),
				text("customer.device.hint.text"), Icons.CHECK_CIRCLE));
		cards.card(Source.LIST, "list", text("customer.device.list"), text("customer.device.list.text"), null)
			.unfolding(this.model);
		return !this.byNumber ? cards
				: cards.card(Source.EID, "eid", text("customer.device.eid"), text("customer.device.eid.text"), null)
					.unfolding(this.eid)
					.card(Source.IMEI, "imei", text("customer.device.imei"), text("customer.device.imei.text"), null)
					.unfolding(this.imei);
	}

	private static List<Pick> picks(Devices devices, String typed) {
		return devices.matching(typed)
			.stream()
			.map(device -> new Pick(Optional.of(device.id()), device.fullName()))
			.toList();
	}

	/**
	 * Shows what was said before.
	 * @param facts the earlier answer
	 * @return this
	 */
	WhichDevice remembering(DeviceFacts facts) {
		this.by.choose((facts.source() == Source.NAME) ? Source.LIST : facts.source());
		if (!facts.label().isEmpty()) {
			// other words may have named a version, which the key in the list does not
			this.model.choose(new Pick(facts.deviceId().filter(id -> facts.source() == Source.LIST), facts.label()));
		}
		facts.eid().ifPresent(known -> this.eid.filled(known.eid()));
		return this;
	}

	/**
	 * Reads what was said.
	 * @return the answer, or empty after the page has said what is missing or wrong
	 */
	Optional<Told> read() {
		Optional<Source> way = this.by.chosen();
		if (way.isEmpty()) {
			this.page.refuse(this.by, text("customer.device.by.none"));
			return Optional.empty();
		}
		return switch (way.get()) {
			case HINT -> this.suggested.map(pick -> named(pick, Source.HINT));
			case LIST, NAME -> listed();
			case EID -> eidRead();
			case IMEI -> imeiRead();
		};
	}

	private Optional<Told> listed() {
		Optional<Pick> pick = this.model.chosen();
		if (pick.isEmpty()) {
			this.page.refuse(this.model, text("customer.device.model.none"));
		}
		return pick.map(chosen -> chosen.deviceId()
			.map(id -> new Told(new DeviceQuestion.Chosen(id), chosen.label(), Source.LIST, Optional.empty()))
			.orElseGet(() -> named(chosen, Source.NAME)));
	}

	private static Told named(Pick pick, Source source) {
		return new Told(new DeviceQuestion.Named(pick.label()), pick.label(), source, Optional.empty());
	}

	private Optional<Told> eidRead() {
		return switch (Eid.read(this.eid.typed())) {
			case Reading.Read<Eid>(Eid read) ->
				Optional.of(new Told(new DeviceQuestion.WithEid(read), "", Source.EID, Optional.of(read)));
			case Reading.Unreadable<Eid> unreadable -> {
				this.page.refuse(this.eid, this.spoken.eidFault(unreadable));
				yield Optional.empty();
			}
		};
	}

	private Optional<Told> imeiRead() {
		return switch (Imei.read(this.imei.typed())) {
			case Reading.Read<Imei>(Imei read) ->
				Optional.of(new Told(new DeviceQuestion.WithImei(read), "", Source.IMEI, Optional.empty()));
			case Reading.Unreadable<Imei> unreadable -> {
				this.page.refuse(this.imei, this.spoken.imeiFault(unreadable));
				yield Optional.empty();
			}
		};
	}

	private String text(String key) {
		return this.page.text(key);
	}

}
