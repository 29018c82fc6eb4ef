package app.resim.provisioning.simulated;

import java.util.Random;
import java.util.stream.Stream;

import app.resim.kernel.Iccid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IccidsTest {

	@Test
	void inventedIccidsHaveThePrefixAndACheckDigit() {
		var chance = new Random(1);
		assertThat(Stream.generate(() -> Iccids.draw(chance)).limit(200)).allSatisfy(iccid -> {
			assertThat(iccid.iccid()).hasSize(19).startsWith("8985200");
			assertThat(iccid.hasCheckDigit()).isTrue();
		}).doesNotHaveDuplicates();
	}

	@Test
	void othersAreNotOurs() {
		assertThat(Iccids.ours(new Iccid("8985200000000000010"))).isTrue();
		assertThat(Iccids.ours(new Iccid("8985200000000000011"))).isFalse();
		assertThat(Iccids.ours(new Iccid("8947010000123456784"))).isFalse();
	}

}
