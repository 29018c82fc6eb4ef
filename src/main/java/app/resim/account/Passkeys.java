package app.resim.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sign-in with passkeys (WebAuthn). A passkey works on this site only, which no forged
 * page can change; the device asks its owner for a finger, a face or a PIN each time.
 */
@Service
public class Passkeys {

	private static final int CHALLENGE_BYTES = 32;

	private final PasskeyTable table;

	private final PasskeyOwners owners;

	private final PublicKeyCredentialRpEntity site;

	private final WebAuthnRelyingPartyOperations rules;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	Passkeys(PasskeyTable table, PasskeyOwners owners, @Value("${resim.public-url}") URI home,
			TransactionOperations transaction, ApplicationEventPublisher events, Clock clock, RandomGenerator chance) {
		this.table = table;
		this.owners = owners;
		this.site = PublicKeyCredentialRpEntity.builder().id(home.getHost()).name(home.getHost()).build();
		this.rules = new Webauthn4JRelyingPartyOperations(owners, table, this.site, Set.of(origin(home)));
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Asks for any passkey of this site.
	 * @return to be kept in the session
	 */
	public PasskeyQuestion ask() {
		return ask(List.of());
	}

	/** Asks for one of somebody's passkeys; the browser offers no other. */
	PasskeyQuestion ask(Actor owner) {
		Bytes handle = inTransaction(() -> this.owners.handle(owner));
		return ask(described(handle));
	}

	private PasskeyQuestion ask(List<PublicKeyCredentialDescriptor> any) {
		var options = PublicKeyCredentialRequestOptions.builder()
			.challenge(drawChallenge())
			.allowCredentials(any)
			.rpId(Objects.requireNonNull(this.site.getId()))
			.timeout(PasskeyCall.PATIENCE)
			.userVerification(UserVerificationRequirement.REQUIRED)
			.build();
		return new PasskeyQuestion(options, this.json.writeValueAsString(options), this.clock.instant());
	}

	/**
	 * Takes what a customer's browser answered. The passkey of a member of staff is
	 * refused like an unknown one.
	 * @param question the one that it answers; it takes one answer
	 * @param answer a {@code PublicKeyCredential} in JSON
	 * @return whose it is
	 */
	public PasskeyAnswer enter(PasskeyQuestion question, String answer) {
		return shown(question, answer).filter(shown -> shown.owner().kind() == Actor.Kind.CUSTOMER)
			.<PasskeyAnswer>map(shown -> new PasskeyAnswer.Known(new SubscriberId(shown.owner().id()), proven(shown)))
			.orElseGet(PasskeyAnswer.Refused::new);
	}

	Optional<Proven> enter(Actor owner, PasskeyQuestion question, String answer) {
		return shown(question, answer).filter(shown -> shown.owner().equals(owner)).map(this::proven);
	}

	private Proven proven(Shown shown) {
		this.transaction.executeWithoutResult(status -> publish(shown.owner(), FactorEvent.PROVEN));
		return new Proven(Factor.PASSKEY, this.clock.instant(), shown.since());
	}

	private Optional<Shown> shown(PasskeyQuestion question, String answer) {
		if (!question.takes(answer, this.clock.instant())) {
			return Optional.empty();
		}
		try {
			return inTransaction(() -> Optional.of(check(question, answer)));
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// whatever the rules or the parser dislike: it comes from outside, in many
			// ways
			return Optional.empty();
		}
	}

	private Shown check(PasskeyQuestion question, String answer) {
		PublicKeyCredential<AuthenticatorAssertionResponse> shown = this.json.readValue(answer,
				new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {
				});
		PublicKeyCredentialUserEntity owner = Objects
			.requireNonNull(this.rules.authenticate(new RelyingPartyAuthenticationRequest(question.options(), shown)));
		return new Shown(this.owners.who(owner.getId()).orElseThrow(),
				this.table.madeAt(shown.getRawId()).orElseThrow());
	}

	/**
	 * Asks for a new passkey.
	 * @param customer whose
	 * @param account how the device calls it in its list, for example the e-mail address
	 * @return to be kept in the session
	 */
	public PasskeyOffer offer(SubscriberId customer, String account) {
		return offer(Actor.customer(customer), account);
	}

	PasskeyOffer offer(Actor owner, String account) {
		Bytes handle = inTransaction(() -> this.owners.handle(owner));
		var options = PublicKeyCredentialCreationOptions.builder()
			.rp(this.site)
			.user(ImmutablePublicKeyCredentialUserEntity.builder()
				.id(handle)
				.name(account)
				.displayName(account)
				.build())
			.challenge(drawChallenge())
			.pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256,
					PublicKeyCredentialParameters.RS256)
			.timeout(PasskeyCall.PATIENCE)
			.excludeCredentials(described(handle))
			.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
				.residentKey(ResidentKeyRequirement.REQUIRED)
				.userVerification(UserVerificationRequirement.REQUIRED)
				.build())
			.attestation(AttestationConveyancePreference.NONE)
			.build();
		return new PasskeyOffer(options, this.json.writeValueAsString(options), this.clock.instant());
	}

	/**
	 * Keeps a passkey that a browser made.
	 * @param customer whose
	 * @param offer the one that it answers; it takes one answer
	 * @param answer a {@code PublicKeyCredential} in JSON
	 * @param label what the customer calls it, cut to 30 characters
	 * @return false if it does not fit or came too late
	 */
	public boolean add(SubscriberId customer, PasskeyOffer offer, String answer, String label) {
		return add(Actor.customer(customer), offer, answer, label);
	}

	boolean add(Actor owner, PasskeyOffer offer, String answer, String label) {
		if (!offer.takes(answer, this.clock.instant())) {
			return false;
		}
		try {
			return inTransaction(() -> {
				boolean own = offer.options().getUser().getId().equals(this.owners.handle(owner));
				if (own) {
					register(offer, answer, label);
					change(owner, FactorChange.ADDED);
				}
				return own;
			});
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private void register(PasskeyOffer offer, String answer, String label) {
		PublicKeyCredential<AuthenticatorAttestationResponse> made = this.json.readValue(answer,
				new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {
				});
		this.rules.registerCredential(
				new ImmutableRelyingPartyRegistrationRequest(offer.options(), new RelyingPartyPublicKey(made, label)));
	}

	/**
	 * A customer's passkeys.
	 * @param customer whose
	 * @return the oldest first
	 */
	public List<Passkey> of(SubscriberId customer) {
		return of(Actor.customer(customer));
	}

	List<Passkey> of(Actor owner) {
		return this.table.of(owner);
	}

	/**
	 * Forgets a passkey.
	 * @param customer whose
	 * @param passkey which; another's is not touched
	 */
	public void remove(SubscriberId customer, UUID passkey) {
		remove(Actor.customer(customer), passkey);
	}

	void remove(Actor owner, UUID passkey) {
		this.transaction.executeWithoutResult(status -> {
			if (this.table.remove(owner, passkey)) {
				change(owner, FactorChange.REMOVED);
			}
		});
	}

	/** Removes all without rows of their own in the trail. */
	void forget(Actor owner) {
		this.table.forget(owner);
	}

	private Bytes drawChallenge() {
		byte[] drawn = new byte[CHALLENGE_BYTES];
		this.chance.nextBytes(drawn);
		return new Bytes(drawn);
	}

	private void publish(Actor who, String deed) {
		this.events.publishEvent(new FactorEvent(this.clock.instant(), who, deed, Factor.PASSKEY));
	}

	private void change(Actor who, String deed) {
		this.events.publishEvent(new FactorChange(this.clock.instant(), who, deed, Factor.PASSKEY));
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute(status -> work.get()));
	}

	private List<PublicKeyCredentialDescriptor> described(Bytes handle) {
		return this.table.findByUserId(handle).stream().map(Passkeys::described).toList();
	}

	private static PublicKeyCredentialDescriptor described(CredentialRecord passkey) {
		return PublicKeyCredentialDescriptor.builder()
			.type(PublicKeyCredentialType.PUBLIC_KEY)
			.id(passkey.getCredentialId())
			.transports(passkey.getTransports())
			.build();
	}

	/** As browsers spell it: without a path, and without the port that is usual. */
	private static String origin(URI home) {
		boolean usual = home.getPort() == -1 || ("https".equals(home.getScheme()) && home.getPort() == 443)
				|| ("http".equals(home.getScheme()) && home.getPort() == 80);
		return home.getScheme() + "://" + home.getHost() + (usual ? "" : ":" + home.getPort());
	}

	/** A passkey that fits. */
	private record Shown(Actor owner, Instant since) {
	}

}
