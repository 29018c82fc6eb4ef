package app.resim.ui;

import java.util.Optional;

import app.resim.account.Grounds;
import app.resim.account.ResumeToken;
import app.resim.account.Resumed;
import app.resim.account.Resumption;
import app.resim.account.SessionId;
import app.resim.account.Sessions;
import app.resim.account.Staff;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Seats somebody again whose node is gone: the same row of the sign-in, the same proofs,
 * the roles that they have now. Half a sign-in is not taken over.
 *
 * @see "decision 0029"
 */
@Component
class Resuming {

	private static final String TOLD = Resuming.class.getName();

	private final Resumption resumption;

	private final Sessions sessions;

	private final Staff staff;

	private final SignInDesk desk;

	private final ResumeCookie cookie;

	private final Limits limits;

	Resuming(Resumption resumption, Sessions sessions, Staff staff, SignInDesk desk, ResumeCookie cookie,
			Limits limits) {
		this.resumption = resumption;
		this.sessions = sessions;
		this.staff = staff;
		this.desk = desk;
		this.cookie = cookie;
		this.limits = limits;
	}

	/** For a browser that asks for a page and has no session here. */
	void seat(HttpServletRequest request, HttpServletResponse response) {
		this.cookie.in(request)
			.filter(token -> this.limits.take(Deed.RESUME, Asker.at(request.getRemoteAddr())) instanceof Turn.Granted)
			.ifPresent(token -> seat(token, request, response));
	}

	private void seat(ResumeToken token, HttpServletRequest request, HttpServletResponse response) {
		switch (this.resumption.take(token)) {
			case Resumed.GoesOn(SessionId session, Grounds grounds, ResumeToken next) ->
				seat(grounds).ifPresentOrElse(somebody -> {
					this.desk.seatAgain(somebody, session, request, response);
					this.cookie.give(next, response);
					request.getSession().setAttribute(TOLD, true);
				}, () -> {
					this.sessions.end(grounds.who(), session);
					this.cookie.takeBack(response);
				});
			case Resumed.IsOver(var why) -> {
				this.cookie.takeBack(response);
				SignInWord.over(why).leave(request);
			}
			case Resumed.Unknown() -> this.cookie.takeBack(response);
		}
	}

	private Optional<Authentication> seat(Grounds grounds) {
		return switch (grounds) {
			case Grounds.OfCustomer(var proof) -> Optional.of(new CustomerSeat(proof));
			case Grounds.OfStaff(var name, var by, var factor) ->
				this.staff.find(name).map(member -> new StaffSeat(member, by, factor));
		};
	}

	/** Whether a page has to say that it was loaded again: asked once. */
	static boolean toBeTold(HttpServletRequest request) {
		boolean told = request.getSession(false) != null && request.getSession().getAttribute(TOLD) != null;
		if (told) {
			request.getSession().removeAttribute(TOLD);
		}
		return told;
	}

}
