package app.resim.ui.backoffice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Difference;
import app.resim.catalogue.Edition;
import app.resim.catalogue.Edition.State;
import app.resim.catalogue.Editions;
import app.resim.catalogue.Editions.Answer;
import app.resim.catalogue.Editions.Reading;
import app.resim.kernel.BrandId;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Disclosure;
import app.resim.ui.Facts;
import app.resim.ui.Form;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.StartFacts;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * One brand: what holds, what somebody proposes, what was before, and the way to propose
 * something oneself.
 */
@Route(value = "staff/catalogue", layout = StaffLayout.class)
@RolesAllowed({ "CATALOGUE", "SENIOR" })
final class BrandPage extends Page implements HasUrlParameter<String> {

	/** What changes often; the rest is changed as YAML. */
	private static final List<String> OFTEN = List.of("hotline", "hotlineHours.opens", "hotlineHours.closes",
			"fees.first", "fees.later", "fees.urgent", "hours.promise");

	private final Catalogue catalogue;

	private final Editions editions;

	private final Colleagues colleagues;

	private final String me;

	private final Clock clock;

	private final Div said = new Div();

	private final Div waiting = new Div();

	private final Div changing = new Div();

	private final Div looking = new Div();

	private final Div before = new Div();

	BrandPage(Visits visits, Catalogue catalogue, Editions editions, Colleagues colleagues, CurrentStaff current,
			Clock clock) {
		super(visits.current());
		this.catalogue = catalogue;
		this.editions = editions;
		this.colleagues = colleagues;
		this.me = current.name();
		this.clock = clock;
		withoutRail();
		back(Paths.CATALOGUE);
		List.of(this.said, this.waiting, this.changing, this.looking, this.before)
			.forEach(part -> part.addClassName("stack"));
	}

	@Override
	public void setParameter(BeforeEvent event, String brand) {
		show(this.catalogue.brands()
			.stream()
			.filter(each -> each.id().brand().equals(brand))
			.findFirst()
			.orElseThrow(NotFoundException::new));
	}

	private void show(Brand brand) {
		title(brand.name());
		clear();
		add(new PageHead(brand.name()).hint(text("catalogue.standing." + brand.standing().name())), this.said,
				new Stack(text("catalogue.now"), facts(brand), stores(brand)), this.waiting, this.changing,
				this.looking, this.before);
		editions(brand.id());
		change(brand);
		this.looking.removeAll();
	}

	private Component facts(Brand brand) {
		var reader = visit().showing(brand);
		var facts = new Div(new StartFacts(reader).row(),
				Facts.plain()
					.fact(text("catalogue.field.documents"), new StartFacts(reader).documents())
					.fact(text("catalogue.field.hotline"), reader.marked("hotline", brand.hotline()),
							times().hours(brand.hotlineHours())));
		facts.addClassName("stack");
		return facts;
	}

	private Component stores(Brand brand) {
		List<String> names = brand.stores().stream().map(store -> store.name(words().locale())).toList();
		return new Disclosure(text("catalogue.stores", names.size()),
				names.isEmpty() ? Prose.paragraph(text("catalogue.stores.none"), "empty") : new PlainList(names));
	}

	// what waits, and what was

	private void editions(BrandId brand) {
		List<Editions.Entry> all = this.editions.of(brand);
		this.waiting.removeAll();
		all.stream()
			.filter(entry -> entry.state() == State.PROPOSED || entry.state() == State.COMING)
			.forEach(entry -> this.waiting.add(waiting(brand, entry)));
		List<Component> history = new ArrayList<>();
		all.stream()
			.filter(entry -> entry.state() != State.PROPOSED && entry.state() != State.COMING)
			.forEach(entry -> history.add(new Disclosure(heading(entry), past(entry))));
		this.before.removeAll();
		this.before.add(new Stack(text("catalogue.history"), history.toArray(Component[]::new)));
	}

	private Component waiting(BrandId brand, Editions.Entry entry) {
		Edition edition = entry.edition();
		boolean own = edition.proposedBy().filter(this.me::equals).isPresent();
		boolean proposed = entry.state() == State.PROPOSED;
		List<Act> acts = new ArrayList<>();
		if (proposed && !own) {
			acts.add(Act
				.press(text("catalogue.agree"),
						() -> settle(brand, this.editions.agree(edition.id(), this.me), "catalogue.agreed"))
				.slim()
				.named("agree-" + shortened(edition.id())));
		}
		acts.add(Act
			.press(text("catalogue.drop"),
					() -> settle(brand, this.editions.drop(edition.id(), this.me), "catalogue.dropped"))
			.quiet()
			.slim()
			.named("drop-" + shortened(edition.id())));
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(who(edition)));
		if (!edition.why().isBlank()) {
			parts.add(Prose.verbatim(edition.why()));
		}
		parts.add(differences(entry.differences()));
		if (proposed && own) {
			parts.add(Prose.paragraph(text("catalogue.somebody-else"), "soft"));
		}
		parts.add(new Acts(acts.toArray(Component[]::new)));
		String heading = proposed ? text("catalogue.proposal")
				: text("catalogue.coming", times().full(edition.holdsFrom().orElse(edition.wantedFrom())));
		return new Stack(heading, parts.toArray(Component[]::new));
	}

	private static String shortened(UUID id) {
		return id.toString().substring(0, 8);
	}

	private String heading(Editions.Entry entry) {
		return text("catalogue.state." + entry.state().name(), times().full(entry.edition().proposedAt()));
	}

	private Component[] past(Editions.Entry entry) {
		Edition edition = entry.edition();
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(who(edition)));
		edition.holdsFrom()
			.filter(from -> edition.basedOn().isPresent())
			.ifPresent(from -> parts.add(Prose.paragraph(text("catalogue.held-from", times().full(from)))));
		edition.droppedBy()
			.ifPresent(name -> parts.add(Prose.paragraph(text("catalogue.dropped-by", this.colleagues.nameOf(name)))));
		if (!edition.why().isBlank()) {
			parts.add(Prose.verbatim(edition.why()));
		}
		if (!entry.differences().isEmpty()) {
			parts.add(differences(entry.differences()));
		}
		return parts.toArray(Component[]::new);
	}

	private String who(Edition edition) {
		String proposed = edition.proposedBy()
			.map(name -> text("catalogue.proposed-by", this.colleagues.nameOf(name),
					times().full(edition.proposedAt())))
			.orElseGet(() -> text("catalogue.from-file", times().full(edition.proposedAt())));
		return edition.agreedBy()
			.map(name -> proposed + " " + text("catalogue.agreed-by", this.colleagues.nameOf(name)))
			.orElse(proposed);
	}

	private StaffTable differences(List<Difference> differences) {
		var table = new StaffTable(text("catalogue.differences"), text("catalogue.field"), text("catalogue.before"),
				text("catalogue.after"));
		differences.forEach(each -> table.row(Pressing.NO, Prose.verbatim(each.field()),
				Prose.verbatim(each.before().orElseGet(() -> text("catalogue.nothing"))),
				Prose.verbatim(each.after().orElseGet(() -> text("catalogue.nothing")))));
		return table;
	}

	// proposing

	private void change(Brand brand) {
		Edition last = this.editions.last(brand.id());
		Map<String, TextQuestion> fields = new LinkedHashMap<>();
		OFTEN.forEach(field -> fields.put(field,
				TextQuestion.labelled(words(), field.replace('.', '-'), text("catalogue.field." + field))
					.filled(this.editions.value(last, field))
					.brief()));
		Optional.ofNullable(fields.get("hours.promise"))
			.ifPresent(promise -> promise.hint(text("catalogue.hours.promise.hint")));
		List<Component> form = new ArrayList<>(fields.values());
		form.add(new Acts(Act.submit(text("catalogue.look")).slim().named("look")));
		var yaml = TextQuestion.lines(words(), "yaml", text("catalogue.yaml"))
			.hint(text("catalogue.yaml.hint"))
			.atMost(Editions.LONGEST_TEXT, 24)
			.filled(last.text());
		this.changing.removeAll();
		this.changing.add(new Stack(text("catalogue.change"), Prose.paragraph(text("catalogue.change.hint"), "soft"),
				Disclosure.group(
						new Disclosure(text("catalogue.often"),
								Form.of(() -> look(last, fields), form.toArray(Component[]::new))),
						new Disclosure(text("catalogue.everything"), Form.of(() -> look(last, yaml.typed(), yaml), yaml,
								new Acts(Act.submit(text("catalogue.look")).slim().named("look-yaml")))))));
	}

	private void look(Edition last, Map<String, TextQuestion> fields) {
		Map<String, String> values = new LinkedHashMap<>();
		fields.forEach((field, question) -> values.put(field, question.typed()));
		String text = this.editions.changed(last, values);
		TextQuestion wrong = fields.values().iterator().next();
		if (this.editions.read(last.brand(), text) instanceof Reading.Wrong(String reason)) {
			wrong = fields.entrySet()
				.stream()
				.filter(field -> reason.contains("field " + field.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(wrong);
		}
		look(last, text, wrong);
	}

	private void look(Edition last, String text, TextQuestion question) {
		accept();
		this.looking.removeAll();
		switch (this.editions.read(last.brand(), text)) {
			case Reading.Wrong(String reason) -> refuse(question, text("catalogue.wrong", reason));
			case Reading.Fine fine when fine.differences().isEmpty() -> refuse(question, text("catalogue.same"));
			case Reading.Fine fine -> show(last, fine);
		}
	}

	private void show(Edition last, Reading.Fine fine) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), fine.brand().zone());
		var from = TextQuestion.labelled(words(), "from", text("catalogue.from"))
			.hint(text("catalogue.from.hint"))
			.filled(today.toString())
			.brief();
		var why = TextQuestion.lines(words(), "why", text("catalogue.why")).hint(text("catalogue.why.hint"));
		Act propose = Act.submit(text("catalogue.propose")).named("propose");
		var preview = new Stack(text("catalogue.preview"), differences(fine.differences()),
				Prose.paragraph(text("catalogue.preview.start"), "soft"), facts(fine.brand()),
				Form.of(() -> propose(last, fine, from, why), from, why, new Acts(propose)));
		preview.setId("preview");
		this.looking.add(preview);
		preview.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
	}

	private void propose(Edition last, Reading.Fine fine, TextQuestion from, TextQuestion why) {
		accept();
		Optional<LocalDate> day = day(from.typed());
		String reason = why.typed().strip();
		if (day.isEmpty()) {
			refuse(from, text("catalogue.from.wrong"));
		}
		else if (reason.isEmpty() || reason.length() > Editions.LONGEST) {
			refuse(why, text("catalogue.why.wrong", Editions.LONGEST));
		}
		else {
			settle(last.brand(), this.editions.propose(last, fine, day.get(), reason, this.me), "catalogue.proposed");
		}
	}

	private static Optional<LocalDate> day(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed.strip()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private void settle(BrandId brand, Answer answer, String done) {
		this.said.removeAll();
		this.said.add((switch (answer) {
			case DONE -> Notice.ok(text(done), text(done + ".text"));
			case GONE -> Notice.warn(text("catalogue.gone"), "");
			case OWN -> Notice.warn(text("catalogue.somebody-else"), "");
			case OUTDATED -> Notice.warn(text("catalogue.outdated"), text("catalogue.outdated.text"));
			case UNCHANGED -> Notice.warn(text("catalogue.same"), "");
		}).announced());
		show(this.catalogue.brand(brand));
		begin();
	}

}
