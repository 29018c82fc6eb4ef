package app.resim.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import app.resim.account.StaffMember;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in member of staff, with one role per {@link StaffMember.Role}.
 */
final class StaffSeat extends AbstractAuthenticationToken {

	private final StaffMember member;

	StaffSeat(StaffMember member, Instant factorAt) {
		super(authorities(member, factorAt));
		this.member = member;
		setAuthenticated(true);
	}

	private static List<GrantedAuthority> authorities(StaffMember member, Instant factorAt) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		member.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
		authorities.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
			.issuedAt(factorAt)
			.build());
		return authorities;
	}

	StaffMember member() {
		return this.member;
	}

	@Override
	public String getPrincipal() {
		return this.member.name();
	}

	@Override
	public String getCredentials() {
		return "";
	}

}
