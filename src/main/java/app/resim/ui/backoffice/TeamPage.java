package app.resim.ui.backoffice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import app.resim.request.Team;
import app.resim.request.Team.Figures;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

/**
 * How the team is doing, for those who plan its shifts.
 */
@Route(value = "staff/team", layout = StaffLayout.class)
@RolesAllowed({ "SENIOR", "AUDITOR" })
final class TeamPage extends Page implements BeforeEnterObserver {

	private static final String DAYS = "days";

	private static final List<Integer> RANGES = List.of(7, 30, 90);

	private final Team team;

	private final Labels labels;

	TeamPage(Visits visits, Team team) {
		super(visits.current());
		this.team = team;
		this.labels = new Labels(words());
		withoutRail();
		title(text("backoffice.team.title"));
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		List<String> asked = event.getLocation().getQueryParameters().getParameters().getOrDefault(DAYS, List.of());
		int days = RANGES.stream().filter(range -> asked.contains(range.toString())).findFirst().orElse(RANGES.get(1));
		show(days, this.team.figures(days, visit().brand().zone()));
	}

	private void show(int days, Figures figures) {
		clear();
		add(head(days, figures), summary(figures), throughput(figures));
		var beside = new Div(reasons(figures), ages(figures));
		beside.addClassName("beside");
		add(beside);
	}

	private Component head(int days, Figures figures) {
		var ranges = new Nav();
		ranges.addClassName("filters");
		ranges.getElement().setAttribute("aria-label", text("backoffice.team.range"));
		for (int range : RANGES) {
			var link = new Link(Paths.TEAM + "?" + DAYS + "=" + range, text("backoffice.team.days", range));
			link.setId("days-" + range);
			if (range == days) {
				link.getElement().setAttribute("aria-current", "true");
			}
			ranges.add(link);
		}
		var save = new Anchor(csv(figures), text("backoffice.team.csv"));
		save.setId("csv");
		save.addClassNames("btn", "quiet", "slim");
		save.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
		ranges.add(save);
		var head = new Div(new PageHead(text("backoffice.team.title")).hint(text("backoffice.team.hint")), ranges);
		head.addClassName("stack");
		return head;
	}

	private Component summary(Figures figures) {
		Facts facts = Facts.wide().fact(text("backoffice.team.decided"), Integer.toString(figures.decided()));
		facts.fact(text("backoffice.team.kept"), kept(figures));
		facts.fact(text("backoffice.team.median"),
				figures.waiting().map(waiting -> lasted(waiting.median())).orElse("–"));
		return facts.fact(text("backoffice.team.ninetieth"),
				figures.waiting().map(waiting -> lasted(waiting.ninetieth())).orElse("–"));
	}

	private String kept(Figures figures) {
		return (figures.decided() == 0) ? "–"
				: text("backoffice.team.percent", Math.round(1000.0 * figures.kept() / figures.decided()) / 10.0);
	}

	private String lasted(Duration waited) {
		long minutes = waited.toMinutes();
		return (minutes < 60) ? text("backoffice.team.minutes", minutes)
				: text("backoffice.team.hours", minutes / 60, minutes % 60);
	}

	private Component throughput(Figures figures) {
		var plot = new Columns(text("backoffice.team.throughput"), text("backoffice.team.approved"),
				text("backoffice.team.declined"), text("backoffice.team.day"), text("backoffice.team.table"));
		figures.days().forEach(day -> plot.column(times().day(day.day()), day.approved(), day.declined()));
		return new Stack(text("backoffice.team.throughput"), plot.drawn());
	}

	private Component reasons(Figures figures) {
		var bars = new Bars(text("backoffice.team.reasons"), text("backoffice.team.reason"),
				text("backoffice.team.count"));
		figures.declined().forEach((reason, count) -> bars.bar(this.labels.brief(reason), count));
		return new Stack(text("backoffice.team.reasons"),
				figures.declined().isEmpty() ? Prose.paragraph(text("backoffice.team.none"), "soft") : bars.drawn());
	}

	private Component ages(Figures figures) {
		var bars = new Bars(text("backoffice.team.open"), text("backoffice.team.age"), text("backoffice.team.count"));
		figures.open().forEach(age -> bars.bar(age(age), age.count()));
		return new Stack(text("backoffice.team.open"), bars.drawn());
	}

	private String age(Team.Age age) {
		return age.to()
			.map(to -> text("backoffice.team.age.between", age.from().toHours(), to.toHours()))
			.orElseGet(() -> text("backoffice.team.age.over", age.from().toHours()));
	}

	/** Names of columns stay English, as a machine reads them. */
	private static DownloadHandler csv(Figures figures) {
		byte[] file = rows(figures).written().getBytes(StandardCharsets.UTF_8);
		return DownloadHandler.fromInputStream(event -> new DownloadResponse(new ByteArrayInputStream(file), "team.csv",
				"text/csv; charset=utf-8", file.length));
	}

	private static Csv rows(Figures figures) {
		var csv = new Csv("figure", "of", "value");
		figures.days().forEach(day -> {
			csv.row("approved", day.day().toString(), Integer.toString(day.approved()));
			csv.row("declined", day.day().toString(), Integer.toString(day.declined()));
		});
		figures.declined()
			.forEach((reason, count) -> csv.row("decline-reason", reason.name().toLowerCase(Locale.ROOT),
					count.toString()));
		csv.row("promise", "kept", Integer.toString(figures.kept()));
		csv.row("promise", "broken", Integer.toString(figures.broken()));
		figures.waiting().ifPresent(waiting -> {
			csv.row("waiting-seconds", "median", Long.toString(waiting.median().toSeconds()));
			csv.row("waiting-seconds", "p90", Long.toString(waiting.ninetieth().toSeconds()));
		});
		figures.open()
			.forEach(age -> csv.row("open",
					age.from().toHours() + "h" + age.to().map(to -> " to " + to.toHours() + "h").orElse(" and more"),
					Integer.toString(age.count())));
		return csv;
	}

}
