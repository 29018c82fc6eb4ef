package app.resim.ui;

import java.time.Instant;
import java.util.Optional;

import app.resim.account.StaffMember;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The member of staff whose request is being answered.
 */
@Component
public class CurrentStaff {

	/**
	 * Who it is, if it is staff.
	 * @return the member of staff, or empty
	 */
	public Optional<StaffMember> member() {
		return seat().map(StaffSeat::member);
	}

	/** Where they sit. */
	Optional<StaffSeat> seat() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof StaffSeat seat) ? Optional.of(seat)
				: Optional.empty();
	}

	/**
	 * When they last showed a factor.
	 * @return at the latest now; the epoch if nobody of the staff is signed in
	 */
	Instant provenAt() {
		return seat().map(StaffSeat::provenAt).orElse(Instant.EPOCH);
	}

	/**
	 * Who it is.
	 * @return the sign-in name
	 * @throws AuthenticationCredentialsNotFoundException if it is not staff
	 */
	public String name() {
		return signedIn().name();
	}

	/**
	 * Who it is.
	 * @return the member of staff
	 * @throws AuthenticationCredentialsNotFoundException if it is not staff
	 */
	public StaffMember signedIn() {
		return member().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("No staff has signed in"));
	}

}
