package app.resim.ui;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import app.resim.account.Entrance;
import app.resim.account.Proven;
import app.resim.account.StaffMember;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in member of staff, with one role per {@link StaffMember.Role}. There is none
 * without a second factor, here or at the provider of accounts.
 */
final class StaffSeat extends AbstractAuthenticationToken {

	private final StaffMember member;

	private final Entrance by;

	private final Proven factor;

	StaffSeat(StaffMember member, Entrance by, Proven factor) {
		super(authorities(member, by, factor));
		this.member = member;
		this.by = by;
		this.factor = factor;
		setAuthenticated(true);
	}

	private static List<GrantedAuthority> authorities(StaffMember member, Entrance by, Proven factor) {
		GrantedAuthority first = FactorGrantedAuthority.withAuthority(switch (by) {
			case PASSWORD -> FactorGrantedAuthority.PASSWORD_AUTHORITY;
			case OPERATOR_ACCOUNT -> FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
		}).issuedAt(factor.at()).build();
		return Stream
			.concat(member.roles()
				.stream()
				.<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())),
					Stream.of(first, CustomerSeat.authority(factor)))
			.toList();
	}

	/** The same seat after a factor was shown again. */
	StaffSeat showing(Proven factor) {
		return new StaffSeat(this.member, this.by, factor);
	}

	StaffMember member() {
		return this.member;
	}

	/** When the last factor was shown. */
	Instant provenAt() {
		return this.factor.at();
	}

	Entrance by() {
		return this.by;
	}

	Proven factor() {
		return this.factor;
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
