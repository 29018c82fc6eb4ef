package app.resim.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import app.resim.account.SessionId;
import app.resim.account.SessionState;
import app.resim.account.Sessions;
import app.resim.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where somebody is signed in, and how long still.
 */
@Controller
class SessionController {

	/** Asked by a page in the background. */
	static final String STATE = "/session";

	/** Told by a page when a person does something. */
	static final String STAY = "/session/stay";

	static final String LIST = "/signed-in";

	static final String STAFF_LIST = "/staff/signed-in";

	static final String END = "/end";

	static final String EVERYWHERE = "/everywhere";

	/** From when on a page warns. */
	private static final Duration WARNING = Duration.ofMinutes(2);

	private final SessionKeeper keeper;

	private final Sessions sessions;

	private final SessionPages pages;

	private final PlainPages plain;

	private final Visits visits;

	private final Clock clock;

	private final JsonMapper json = new JsonMapper();

	SessionController(SessionKeeper keeper, Sessions sessions, SessionPages pages, PlainPages plain, Visits visits,
			Clock clock) {
		this.keeper = keeper;
		this.sessions = sessions;
		this.pages = pages;
		this.plain = plain;
		this.visits = visits;
		this.clock = clock;
	}

	@GetMapping(STATE)
	ResponseEntity<String> state(HttpServletRequest request) {
		return told(request, false);
	}

	/**
	 * No form token: the header, which no other site can make a browser send along, keeps
	 * others from keeping a session alive.
	 */
	@PostMapping(STAY)
	ResponseEntity<String> stay(@RequestHeader(name = "X-Requested-With", defaultValue = "") String by,
			HttpServletRequest request) {
		return by.equals("resim") ? told(request, true) : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
	}

	private ResponseEntity<String> told(HttpServletRequest request, boolean deed) {
		HttpSession http = request.getSession(false);
		Optional<SessionState> state = Optional.ofNullable(http).flatMap(found -> this.keeper.state(found, deed));
		Left left = (state.orElse(null) instanceof SessionState.Open open) ? left(open) : Left.NONE;
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.json.writeValueAsString(left));
	}

	private Left left(SessionState.Open open) {
		Instant now = this.clock.instant();
		Visit visit = this.visits.current();
		return new Left(Duration.between(now, open.until()).toMillis(), WARNING.toMillis(), open.extendable(),
				visit.text(open.extendable() ? "seats.staying.text" : "seats.staying.last",
						visit.times().clockTime(open.until())));
	}

	@GetMapping({ LIST, STAFF_LIST })
	ResponseEntity<String> list(HttpServletRequest request) {
		Actor me = me();
		return this.plain.show(this.pages.list(this.sessions.of(me), this.keeper.current(me), base(request),
				SignInWord.take(request)));
	}

	@PostMapping({ LIST + END, STAFF_LIST + END })
	ResponseEntity<String> end(@RequestParam UUID session, HttpServletRequest request) {
		this.sessions.end(me(), new SessionId(session));
		SignInWord.good("seats.list.ended").leave(request);
		return this.plain.lead(base(request));
	}

	@PostMapping({ LIST + EVERYWHERE, STAFF_LIST + EVERYWHERE })
	ResponseEntity<String> everywhere(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.endOthers(me(), Optional.empty());
		this.keeper.end(request.getSession(), response);
		request.getSession().invalidate();
		SecurityContextHolder.clearContext();
		return this.plain.lead("/signed-out");
	}

	private static Actor me() {
		return SessionKeeper
			.who(Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication(), "Nobody is signed in"));
	}

	private static String base(HttpServletRequest request) {
		return request.getRequestURI().startsWith(request.getContextPath() + "/staff/") ? STAFF_LIST : LIST;
	}

	/**
	 * How long a page may still be shown.
	 *
	 * @param left in milliseconds, 0 or less when it is over
	 * @param warn from how many milliseconds on a page warns
	 * @param extendable whether doing something helps
	 * @param text the warning
	 */
	private record Left(long left, long warn, boolean extendable, String text) {

		private static final Left NONE = new Left(0, 0, false, "");

	}

}
