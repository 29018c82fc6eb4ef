package app.resim.ui;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.resim.account.Browser;
import app.resim.account.FactorsChanged;
import app.resim.account.Grounds;
import app.resim.account.Resumption;
import app.resim.account.SessionId;
import app.resim.account.SessionState;
import app.resim.account.Sessions;
import app.resim.account.Staff;
import app.resim.kernel.Actor;
import com.vaadin.flow.server.WrappedSession;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Ties the sessions of browsers to the rows that say whether they are still open. Each
 * request asks the row; pages that only wait for the server's push make no request, so
 * every few seconds a look at the rows ends what was ended elsewhere.
 */
@Component
class SessionKeeper implements LogoutHandler {

	private static final Logger log = LoggerFactory.getLogger(SessionKeeper.class);

	private static final String KEY = SessionKeeper.class.getName();

	private static final long LOOK_SECONDS = 5;

	/**
	 * A page whose time is over loads itself anew and is told why; only pages that do not
	 * are ended from here.
	 */
	private static final Duration GRACE = Duration.ofMinutes(1);

	/** The container forgets a session only after we do. */
	private static final Duration LATER = Duration.ofMinutes(5);

	private final Sessions sessions;

	private final Resumption resumption;

	private final Staff staff;

	private final ResumeCookie cookie;

	/** Weak: a session that is over is nobody's. */
	private final Map<HttpSession, SessionId> here = new WeakHashMap<>();

	private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("sessions").factory());

	SessionKeeper(Sessions sessions, Resumption resumption, Staff staff, ResumeCookie cookie) {
		this.sessions = sessions;
		this.resumption = resumption;
		this.cookie = cookie;
		this.staff = staff;
		var unused = this.watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
	}

	/**
	 * Somebody has proven a factor in a browser. A further factor of the same person goes
	 * on with their session; somebody else ends it.
	 */
	void take(Authentication somebody, HttpServletRequest request, HttpServletResponse response) {
		HttpSession http = request.getSession();
		Actor who = who(somebody);
		Optional<Kept> before = kept(http);
		Optional<SessionId> same = before.filter(kept -> kept.who().equals(who) && open(this.sessions.deed(kept.id())))
			.map(Kept::id);
		SessionId id = same.orElseGet(() -> {
			before.ifPresent(kept -> this.sessions.end(kept.who(), kept.id()));
			SessionId begun = this.sessions.begin(who, Browser.of(request.getHeader("User-Agent")));
			keep(begun, who, http);
			return begun;
		});
		this.cookie.give(this.resumption.note(id, grounds(somebody)), response);
	}

	/** Ties a session that was begun on another node to one of this node. */
	void goOn(SessionId id, Authentication somebody, HttpServletRequest request) {
		keep(id, who(somebody), request.getSession());
	}

	private void keep(SessionId id, Actor who, HttpSession http) {
		http.setAttribute(KEY, new Kept(id, who));
		http.setMaxInactiveInterval((int) this.sessions.longest().plus(LATER).toSeconds());
		synchronized (this.here) {
			this.here.put(http, id);
		}
	}

	/**
	 * Whether somebody is still signed in, where somebody was.
	 * @param http the browser's session
	 * @param deed whether a person is doing something
	 * @return empty if nobody has signed in
	 */
	Optional<SessionState> state(HttpSession http, boolean deed) {
		Authentication somebody = seated(http);
		if (somebody == null) {
			return Optional.empty();
		}
		Optional<Kept> kept = kept(http).filter(found -> found.who().equals(who(somebody)) && unchanged(somebody));
		return Optional.of(kept.map(found -> deed ? this.sessions.deed(found.id()) : this.sessions.look(found.id()))
			.orElseGet(() -> new SessionState.Over(SessionState.Why.ENDED)));
	}

	/** Whoever has lost a role or has left does not go on with what they had. */
	private boolean unchanged(Authentication somebody) {
		return !(somebody instanceof StaffSeat seat)
				|| this.staff.find(seat.member().name()).filter(seat.member()::equals).isPresent();
	}

	/**
	 * Which session this request belongs to.
	 * @param who whose it must be
	 * @return empty if nobody or somebody else is signed in here
	 */
	Optional<SessionId> current(Actor who) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpSession http = attributes.getRequest().getSession(false);
			return Optional.ofNullable(http)
				.flatMap(SessionKeeper::kept)
				.filter(kept -> kept.who().equals(who))
				.map(Kept::id);
		}
		return Optional.empty();
	}

	@EventListener
	void on(FactorsChanged change) {
		this.sessions.endOthers(change.who(), current(change.who()));
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication somebody) {
		HttpSession http = request.getSession(false);
		if (http != null) {
			end(http, response);
		}
	}

	/** Ends a browser's session so that it goes on nowhere. */
	void end(HttpSession http, HttpServletResponse response) {
		kept(http).ifPresent(kept -> this.sessions.end(kept.who(), kept.id()));
		this.cookie.takeBack(response);
	}

	/** Ends the sessions of this node that were ended elsewhere. */
	void look() {
		try {
			Map<HttpSession, SessionId> open;
			synchronized (this.here) {
				open = new HashMap<>(this.here);
			}
			Set<SessionId> over = this.sessions.over(new HashSet<>(open.values()), GRACE);
			open.forEach((http, id) -> {
				if (over.contains(id)) {
					end(http);
				}
			});
		}
		catch (RuntimeException ex) {
			// the database is away for a moment; requests find out by themselves
			log.warn("Open sessions could not be looked at: {}", ex.getClass().getName());
		}
	}

	private void end(HttpSession http) {
		synchronized (this.here) {
			this.here.remove(http);
		}
		try {
			http.invalidate();
		}
		catch (IllegalStateException ex) {
			// it has ended by itself
			return;
		}
	}

	@PreDestroy
	void close() {
		this.watch.shutdownNow();
	}

	static Actor who(Authentication somebody) {
		return (somebody instanceof CustomerSeat seat) ? Actor.customer(seat.subscriber())
				: Actor.staff(somebody.getName());
	}

	private static Grounds grounds(Authentication somebody) {
		return switch (somebody) {
			case CustomerSeat seat -> new Grounds.OfCustomer(seat.proof());
			case StaffSeat seat -> new Grounds.OfStaff(seat.member().name(), seat.by(), seat.factor());
			default -> throw new IllegalArgumentException("No seat of ours");
		};
	}

	private static boolean open(SessionState state) {
		return state instanceof SessionState.Open;
	}

	private static @Nullable Authentication seated(HttpSession http) {
		return (http.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context)
						? context.getAuthentication() : null;
	}

	/** As {@link #current}, for a page of Flow. */
	static Optional<SessionId> of(WrappedSession session, Actor who) {
		return kept(session.getAttribute(KEY)).filter(kept -> kept.who().equals(who)).map(Kept::id);
	}

	private static Optional<Kept> kept(HttpSession http) {
		return kept(http.getAttribute(KEY));
	}

	private static Optional<Kept> kept(@Nullable Object attribute) {
		return (attribute instanceof Kept kept) ? Optional.of(kept) : Optional.empty();
	}

	private record Kept(SessionId id, Actor who) implements Serializable {
	}

}
