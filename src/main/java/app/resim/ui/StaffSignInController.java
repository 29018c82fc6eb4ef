package app.resim.ui;

import java.time.Clock;

import app.resim.account.Staff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in of staff, apart from the customers'.
 */
@Controller
class StaffSignInController {

	private static final String HOME = "/staff";

	private final Staff staff;

	private final SignInPages pages;

	private final SignInDesk desk;

	private final PlainPages plain;

	private final CurrentStaff current;

	private final Clock clock;

	StaffSignInController(Staff staff, SignInPages pages, SignInDesk desk, PlainPages plain, CurrentStaff current,
			Clock clock) {
		this.staff = staff;
		this.pages = pages;
		this.desk = desk;
		this.plain = plain;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping(SignInPaths.STAFF)
	ResponseEntity<String> ask(HttpServletRequest request) {
		return this.current.member().isPresent() ? this.plain.lead(HOME)
				: this.plain.show(this.pages.staff(SignInWord.take(request)));
	}

	@PostMapping(SignInPaths.STAFF)
	ResponseEntity<String> enter(@RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String password, HttpServletRequest request,
			HttpServletResponse response) {
		return this.staff.check(name, password).map(member -> {
			this.desk.seat(new StaffSeat(member, this.clock.instant()), request, response);
			return this.plain
				.lead(this.desk.takeWanted(request, response).filter(page -> page.startsWith(HOME)).orElse(HOME));
		}).orElseGet(() -> {
			SignInWord.bad("signin.staff.wrong").leave(request);
			return this.plain.lead(SignInPaths.STAFF);
		});
	}

}
