package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.kernel.SubscriberId;
import app.resim.request.LineAnswer;
import app.resim.request.LineView;
import app.resim.request.Lines;
import app.resim.request.Phase;
import app.resim.request.RequestKind;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.LineRow;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * The customer's lines, and for each one what can be done with it.
 */
@Route(value = "lines", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class LinesView extends Page implements BeforeEnterObserver {

	private final Lines lines;

	private final Requests requests;

	private final SubscriberId owner;

	private final LineWords spoken;

	LinesView(Visits visits, CurrentCustomer customer, Lines lines, Requests requests) {
		super(visits.current());
		this.lines = lines;
		this.requests = requests;
		this.owner = customer.id();
		this.spoken = new LineWords(this);
		title(text("customer.lines"));
		explainedBy("account");
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		show(Optional.empty());
	}

	private void show(Optional<Notice> news) {
		clear();
		List<LineView> mine = this.lines.of(this.owner);
		if (mine.isEmpty()) {
			add(new PageHead(text("customer.lines"))
				.lead(text("customer.lines.none", PhoneNumbers.spaced(visit().brand().hotline()))));
			return;
		}
		add(new PageHead(text("customer.lines")).lead(text("customer.lines.lead")));
		news.ifPresent(this::add);
		int main = pressing(mine);
		List<LineRow> rows = new ArrayList<>();
		for (int i = 0; i < mine.size(); i++) {
			rows.add(row(mine.get(i), i + 1, i == main));
		}
		Brand.Limits limits = visit().brand().limits();
		add(LineRow.list(rows.toArray(LineRow[]::new)),
				Prose.paragraph(text("customer.lines.limits", limits.inThirtyDays(), limits.inAYear()), "soft",
						"small"),
				Link.alone("/help/check", text("help.check")),
				Link.alone(SignInPaths.READY, text("customer.lines.prepare")));
	}

	/** The line that needs something most carries the main act of the page. */
	private static int pressing(List<LineView> lines) {
		for (Phase phase : List.of(Phase.READY, Phase.PICTURE_WANTED, Phase.DRAFT)) {
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).open().filter(request -> request.phase() == phase).isPresent()) {
					return i;
				}
			}
		}
		for (int i = 0; i < lines.size(); i++) {
			LineView line = lines.get(i);
			if (line.open().isEmpty() && (line.state() == LineView.State.STOPPED || lines.size() == 1)) {
				return i;
			}
		}
		return -1;
	}

	private LineRow row(LineView line, int place, boolean main) {
		String id = "line-" + place;
		List<Act> acts = new ArrayList<>();
		line.open().ifPresentOrElse(request -> acts.add(goOn(request, id)), () -> {
			boolean cards = !Way.cards(visit().brand()).isEmpty();
			Act esim = Act
				.press(text(line.esim() ? "customer.lines.replace" : "card.lines.to-esim"),
						() -> replace(line, RequestKind.ESIM))
				.named(id + "-replace");
			Act card = Act
				.press(text(line.esim() ? "card.lines.instead" : "card.lines.replace"),
						() -> replace(line, RequestKind.CARD))
				.named(id + "-card");
			acts.addAll(
					!cards ? List.of(esim) : line.esim() ? List.of(esim, card.quiet()) : List.of(card, esim.quiet()));
		});
		acts.stream().filter(act -> !main).forEach(Act::quiet);
		stopOrStart(line, place).ifPresent(acts::add);
		String number = PhoneNumbers.spaced(line.number().e164());
		acts.add(Act.go(text(line.lockedSince().isPresent() ? "lock.lines.on" : "lock.lines.off"), Way.lock(place))
			.quiet()
			.named(id + "-lock"));
		acts.forEach(act -> act.slim().unseen(number));
		var row = new LineRow(number, this.spoken.badge(line), this.spoken.sentence(line), acts.toArray(Act[]::new));
		line.open().ifPresent(request -> row.note(Prose.paragraph(this.spoken.sentence(request), "soft")));
		if (!line.esim() && Way.cards(visit().brand()).isEmpty()) {
			row.note(Prose.paragraph(text("customer.lines.card.text", PhoneNumbers.spaced(visit().brand().hotline())),
					"soft"));
		}
		row.setId(id);
		return row;
	}

	private Act goOn(RequestView request, String id) {
		return switch (request.phase()) {
			case DRAFT -> Act.go(text("customer.lines.continue"), Way.to(request)).named(id + "-continue");
			case READY -> request.hasRunOut() || request.kind() == RequestKind.CARD
					? Act.go(text("customer.lines.see"), Way.to(request)).named(id + "-see")
					: Act.go(text("customer.lines.install"), Way.esim(request.reference())).named(id + "-install");
			case PICTURE_WANTED -> Act.go(text("customer.lines.picture.send"), Way.to(request)).named(id + "-picture");
			case CHECKING, COOLING, PAUSED, AT_STORE, PREPARING, DONE, DECLINED, WITHDRAWN, EXPIRED ->
				Act.go(text("customer.lines.see"), Way.to(request)).named(id + "-see");
		};
	}

	private Optional<Act> stopOrStart(LineView line, int place) {
		return switch (line.state()) {
			case WORKING, UNKNOWN -> Optional
				.of(Act.go(text("customer.lines.stop"), Way.stop(place)).quiet().named("line-" + place + "-stop"));
			case STOPPED -> heldByRequest(line) ? Optional.empty()
					: Optional.of(Act.press(text("customer.lines.start"), () -> start(line))
						.quiet()
						.named("line-" + place + "-start"));
		};
	}

	/** While somebody else may hold the old phone, the line stays stopped. */
	private static boolean heldByRequest(LineView line) {
		return line.open()
			.filter(request -> request.phase() != Phase.DRAFT)
			.flatMap(RequestView::reason)
			.filter(Reason::stopsTheLine)
			.isPresent();
	}

	private void replace(LineView line, RequestKind kind) {
		this.requests.start(this.owner, line.number(), kind)
			.ifPresentOrElse(request -> getUI().ifPresent(ui -> Way.go(ui, Way.to(request))),
					() -> show(Optional.empty()));
	}

	private void start(LineView line) {
		String number = PhoneNumbers.spaced(line.number().e164());
		show(Optional.of(told(this.lines.start(this.owner, line.number()), number).announced()));
	}

	private Notice told(LineAnswer answer, String number) {
		return switch (answer) {
			case DONE -> Notice.ok(text("customer.lines.started", number), text("customer.lines.started.text"));
			case NOT_REACHED -> Notice.warn(text("customer.lines.not-reached", number),
					text("customer.lines.not-reached.text", PhoneNumbers.spaced(visit().brand().hotline())));
			case HELD_BY_REQUEST -> Notice.warn(text("customer.lines.held", number), text("customer.lines.held.text"));
			case NOT_YOURS -> Notice.warn(text("customer.lines.not-yours"), text("customer.lines.not-yours.text"));
		};
	}

}
