package app.resim.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.Browser;
import app.resim.account.OpenSession;
import app.resim.account.SessionId;
import com.vaadin.flow.component.Component;

import org.springframework.stereotype.Service;

/**
 * How the page looks on which people see where they are signed in.
 */
@Service
class SessionPages {

	private final Visits visits;

	SessionPages(Visits visits) {
		this.visits = visits;
	}

	Page list(List<OpenSession> open, Optional<SessionId> here, String base, Optional<SignInWord> word) {
		var page = new Page(this.visits.current());
		page.title(page.text("seats.list"));
		page.back(base.equals(SessionController.LIST) ? "/lines" : SignInPaths.STAFF);
		page.add(new PageHead(page.text("seats.list")).lead(page.text("seats.list.lead")));
		word.ifPresent(said -> page.add(Notice.ok(page.text(said.key()), "").announced()));
		open.forEach(session -> page.add(one(page, session, here.filter(session.id()::equals).isPresent(), base)));
		page.add(
				Form.post(page.visit(), base + SessionController.EVERYWHERE,
						new Acts(Act.submit(page.text("seats.list.everywhere")).named("everywhere"))),
				Prose.paragraph(page.text("seats.list.everywhere.text"), "soft"));
		return page;
	}

	private static Stack one(Page page, OpenSession session, boolean here, String base) {
		String name = name(page, session.browser());
		List<Component> parts = new ArrayList<>();
		parts.add(Facts.plain()
			.fact(page.text("seats.list.since"), page.times().full(session.begunAt()))
			.fact(page.text("seats.list.seen"), page.times().full(session.seenAt())));
		parts.add(here ? Prose.paragraph(page.text("seats.list.here"), "soft")
				: Form
					.post(page.visit(), base + SessionController.END,
							new Acts(Act.submit(page.text("seats.list.end")).quiet().slim().unseen(name)))
					.hidden("session", session.id().id().toString()));
		return new Stack(name, parts.toArray(Component[]::new));
	}

	private static String name(Page page, Browser browser) {
		String family = named(browser.family().label(), page.text("seats.list.browser"));
		String device = named(browser.device().label(), page.text("seats.list.device"));
		return page.text("seats.list.name", family, device);
	}

	private static String named(String label, String otherwise) {
		return label.isEmpty() ? otherwise : label;
	}

}
