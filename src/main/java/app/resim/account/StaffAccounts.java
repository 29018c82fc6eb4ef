package app.resim.account;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import app.resim.account.StaffMember.Role;
import app.resim.openid.Identity;
import app.resim.openid.OpenId;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Staff who come with an account of the operator's own provider. What they may do is what
 * the account says at that moment; who they are is the account, not its name.
 *
 * @see "decision 0023"
 */
@Service
public class StaffAccounts {

	private static final int LONGEST_NAME = 60;

	private static final int LONGEST_DISPLAY_NAME = 100;

	private static final int LONGEST_SUBJECT = 255;

	private static final int PASSWORD_BYTES = 32;

	private final StaffTable table;

	private final Agreed agreed;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	StaffAccounts(StaffTable table, Environment settings, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock, RandomGenerator chance) {
		this.table = table;
		this.agreed = Binder.get(settings).bindOrCreate("resim.account.openid.staff", Agreed.class);
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
		if (!this.agreed.passwords() && settings.getProperty(OpenId.STAFF_ISSUER, "").isBlank()) {
			throw new IllegalArgumentException(
					"resim.account.openid.staff.passwords=false leaves no way in: set resim.account.openid.staff.issuer");
		}
	}

	/**
	 * Whether staff may sign in by a password that Resim keeps.
	 * @return false if the settings turned it off
	 */
	public boolean passwords() {
		return this.agreed.passwords();
	}

	/**
	 * Whom an account seats. Somebody new is added, somebody known gets the name and the
	 * roles that the account has now; sessions with other roles end.
	 * @param identity as the provider of staff signed it
	 * @return the answer; it opens nothing by itself, see {@link StaffFactors#signIn}
	 */
	public StaffAnswer enter(Identity identity) {
		return Objects.requireNonNull(this.transaction.execute(status -> audited(identity, seat(identity))));
	}

	private StaffAnswer seat(Identity identity) {
		Set<Role> roles = roles(identity);
		return this.table.holder(identity.issuer(), identity.subject())
			.map(before -> changed(before, displayed(identity).orElse(before.displayName()), roles))
			.orElseGet(() -> roles.isEmpty() ? new StaffAnswer.Refused() : added(identity, roles));
	}

	private StaffAnswer changed(StaffMember before, String displayName, Set<Role> roles) {
		var now = new StaffMember(before.name(), displayName, roles);
		if (!now.equals(before)) {
			this.table.change(now);
			told(now);
		}
		return roles.isEmpty() ? new StaffAnswer.Refused() : new StaffAnswer.Known(now);
	}

	private StaffAnswer added(Identity identity, Set<Role> roles) {
		Optional<String> name = identity.text(this.agreed.nameClaim())
			.map(text -> text.strip().toLowerCase(Locale.ROOT))
			.filter(text -> text.length() <= LONGEST_NAME && text.matches("[\\p{L}\\p{N}._@+-]+"));
		if (name.isEmpty() || identity.subject().length() > LONGEST_SUBJECT) {
			return new StaffAnswer.Refused();
		}
		var member = new StaffMember(name.get(), displayed(identity).orElse(name.get()), roles);
		if (!this.table.add(new StaffTable.Entry(member, nobodysPassword()), identity.issuer(), identity.subject())) {
			return new StaffAnswer.Refused();
		}
		told(member);
		return new StaffAnswer.Known(member);
	}

	private void told(StaffMember member) {
		this.events.publishEvent(AccountEvent.told(this.clock.instant(), member));
	}

	private StaffAnswer audited(Identity identity, StaffAnswer answer) {
		this.events.publishEvent(switch (answer) {
			case StaffAnswer.Known(StaffMember member) ->
				AccountEvent.proven(this.clock.instant(), member.name(), identity.strong());
			case StaffAnswer.Refused() -> AccountEvent.refused(this.clock.instant(),
					this.table.holder(identity.issuer(), identity.subject()).map(StaffMember::name),
					roles(identity).isEmpty() ? "account without a role" : "name of the account is taken");
		});
		return answer;
	}

	private Optional<String> displayed(Identity identity) {
		return identity.text(this.agreed.displayClaim())
			.map(text -> text.strip().replaceAll("\\p{Cntrl}", " "))
			.map(text -> text.substring(0, Math.min(text.length(), LONGEST_DISPLAY_NAME)));
	}

	private Set<Role> roles(Identity identity) {
		List<String> told = identity.texts(this.agreed.rolesClaim());
		return this.agreed.roles()
			.entrySet()
			.stream()
			.filter(role -> role.getValue().stream().anyMatch(told::contains))
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The same work for whoever tries one. */
	private String nobodysPassword() {
		byte[] bytes = new byte[PASSWORD_BYTES];
		this.chance.nextBytes(bytes);
		return Passwords.encode(Base64.getEncoder().encodeToString(bytes));
	}

	/**
	 * What an account of staff tells.
	 *
	 * @param nameClaim that holds the sign-in name of somebody new
	 * @param displayClaim that holds the name for colleagues
	 * @param rolesClaim that holds roles
	 * @param roles which values of it stand for which role; all others give none
	 * @param passwords whether staff may also sign in by a password that Resim keeps
	 */
	record Agreed(@DefaultValue("preferred_username") String nameClaim, @DefaultValue("name") String displayClaim,
			@DefaultValue("roles") String rolesClaim, @DefaultValue Map<Role, List<String>> roles,
			@DefaultValue("true") boolean passwords) {
	}

}
