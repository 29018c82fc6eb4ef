package app.resim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProofTest {

	private static final SubscriberId SAM = new SubscriberId("sam");

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(8));

	private static final Instant LATELY = NOW.minus(Duration.ofDays(6));

	@Test
	void theMailboxAloneIsTheWeakest() {
		assertThat(mail().strength(NOW)).isEqualTo(Strength.MAIL).isLessThan(Strength.MAIL_AND_RECOVERY_CODE);
	}

	@Test
	void aPrintedCodeAddsALittle() {
		assertThat(mail().and(proven(Factor.RECOVERY_CODE, LONG_AGO)).strength(NOW))
			.isEqualTo(Strength.MAIL_AND_RECOVERY_CODE);
	}

	@Test
	void anAppBesideTheMailboxMakesTwoFactors() {
		assertThat(mail().and(proven(Factor.AUTHENTICATOR_APP, LONG_AGO)).strength(NOW))
			.isEqualTo(Strength.TWO_FACTORS);
	}

	@Test
	void aPasskeyIsTheStrongestByItself() {
		assertThat(Proof.of(SAM, proven(Factor.PASSKEY, LONG_AGO)).strength(NOW)).isEqualTo(Strength.PASSKEY);
	}

	@Test
	void anAccountOfTheOperatorIsWorthTheMailboxAndNothingBesideIt() {
		assertThat(account(Factor.OPERATOR_ACCOUNT).strength(NOW)).isEqualTo(Strength.MAIL);
		assertThat(account(Factor.OPERATOR_ACCOUNT).and(Proven.mailCode(NOW)).strength(NOW)).isEqualTo(Strength.MAIL);
		assertThat(account(Factor.OPERATOR_ACCOUNT).and(proven(Factor.RECOVERY_CODE, LONG_AGO)).strength(NOW))
			.isEqualTo(Strength.MAIL_AND_RECOVERY_CODE);
		assertThat(account(Factor.OPERATOR_ACCOUNT).and(proven(Factor.AUTHENTICATOR_APP, LONG_AGO)).strength(NOW))
			.isEqualTo(Strength.TWO_FACTORS);
	}

	@Test
	void aStrongAccountIsASecondFactorButNoneByItself() {
		Proof strong = account(Factor.STRONG_OPERATOR_ACCOUNT);
		assertThat(strong.strength(NOW)).isEqualTo(Strength.MAIL);
		assertThat(strong.and(proven(Factor.OPERATOR_ACCOUNT, Instant.EPOCH)).strength(NOW)).isEqualTo(Strength.MAIL);
		assertThat(strong.and(Proven.mailCode(NOW)).strength(NOW)).isEqualTo(Strength.TWO_FACTORS);
		assertThat(strong.and(proven(Factor.RECOVERY_CODE, LONG_AGO)).strength(NOW)).isEqualTo(Strength.TWO_FACTORS);
		assertThat(strong.and(proven(Factor.AUTHENTICATOR_APP, LONG_AGO)).strength(NOW))
			.isEqualTo(Strength.TWO_FACTORS);
		assertThat(mail().and(proven(Factor.STRONG_OPERATOR_ACCOUNT, LATELY)).strength(NOW)).isEqualTo(Strength.MAIL);
	}

	@Test
	void whoeverHasTakenAMailboxGainsNothingByNewFactors() {
		Proof thief = mail().and(proven(Factor.PASSKEY, LATELY))
			.and(proven(Factor.AUTHENTICATOR_APP, LATELY))
			.and(proven(Factor.RECOVERY_CODE, LATELY));
		assertThat(thief.strength(NOW)).isEqualTo(Strength.MAIL);
	}

	@Test
	void aFactorProvenAgainIsYoungAgainAndStandsOnce() {
		Proof proof = Proof.of(SAM, Proven.mailCode(LONG_AGO)).and(Proven.mailCode(NOW));
		assertThat(proof.factors()).isEqualTo(List.of(Proven.mailCode(NOW)));
		assertThat(proof.latest()).isEqualTo(NOW);
	}

	private static Proof mail() {
		return Proof.of(SAM, Proven.mailCode(NOW));
	}

	private static Proof account(Factor factor) {
		return Proof.of(SAM, proven(factor, Instant.EPOCH));
	}

	private static Proven proven(Factor factor, Instant since) {
		return new Proven(factor, NOW, since);
	}

}
