package app.resim.ui;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import app.resim.account.Proven;
import app.resim.account.StaffMember;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in member of staff, with one role per {@link StaffMember.Role}. There is none
 * without a factor besides the password.
 */
final class StaffSeat extends AbstractAuthenticationToken {

	private final StaffMember member;

	private final Instant provenAt;

	StaffSeat(StaffMember member, Proven factor) {
		super(authorities(member, factor));
		this.member = member;
		this.provenAt = factor.at();
		setAuthenticated(true);
	}

	private static List<GrantedAuthority> authorities(StaffMember member, Proven factor) {
		GrantedAuthority password = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
			.issuedAt(factor.at())
			.build();
		return Stream
			.concat(member.roles()
				.stream()
				.<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())),
					Stream.of(password, CustomerSeat.authority(factor)))
			.toList();
	}

	StaffMember member() {
		return this.member;
	}

	/** When the last factor was shown. */
	Instant provenAt() {
		return this.provenAt;
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
