package app.resim.ui;

import java.time.Clock;
import java.util.Optional;

import app.resim.account.Entrance;
import app.resim.account.Proven;
import app.resim.account.StaffFactors;
import app.resim.account.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets staff in: after the first proof there is a round that opens nothing, after the
 * second a seat.
 */
@Component
class StaffDoor {

	private final StaffFactors factors;

	private final SignInDesk desk;

	private final PlainPages plain;

	private final Clock clock;

	StaffDoor(StaffFactors factors, SignInDesk desk, PlainPages plain, Clock clock) {
		this.factors = factors;
		this.desk = desk;
		this.plain = plain;
		this.clock = clock;
	}

	ResponseEntity<String> askFactor(String name, Entrance by, HttpServletRequest request) {
		request.getSession();
		request.changeSessionId();
		StaffRound.begun(name, by, this.clock.instant()).keep(request);
		return this.plain.lead(StaffSignInPages.FACTOR);
	}

	/**
	 * Seats somebody who has proven all that it takes.
	 * @return empty if they have left meanwhile
	 */
	Optional<ResponseEntity<String>> seat(String name, Entrance by, Proven proven, HttpServletRequest request,
			HttpServletResponse response) {
		StaffRound.forget(request);
		return this.factors.signIn(name, by).map(member -> {
			this.desk.seat(new StaffSeat(member, by, proven), request, response);
			return this.plain.lead(wanted(member, request, response));
		});
	}

	private String wanted(StaffMember member, HttpServletRequest request, HttpServletResponse response) {
		return this.desk.takeWanted(request, response)
			.filter(page -> page.startsWith("/staff"))
			.orElseGet(() -> StaffHome.of(member));
	}

}
