package app.resim.provisioning;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InstallLinksTest {

	private final InstallLinks links = InstallLinks.of("LPA:1$rsp.example.com$04386-AGYFT-A74Y8-3F815");

	@Test
	void theCodeIsPercentEncodedForPhones() {
		String carddata = "LPA%3A1%24rsp.example.com%2404386-AGYFT-A74Y8-3F815";
		assertThat(this.links.apple())
			.isEqualTo("https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=" + carddata);
		assertThat(this.links.android())
			.isEqualTo("https://esimsetup.android.com/esim_qrcode_provisioning?carddata=" + carddata);
	}

	@Test
	void theSchemeCarriesTheCodeAsItIs() {
		assertThat(this.links.lpa()).isEqualTo("lpa:1$rsp.example.com$04386-AGYFT-A74Y8-3F815");
		assertThat(InstallLinks.of("LPA:1$a%b$X").lpa()).isEqualTo("lpa:1$a%25b$X");
	}

	@Test
	void theyPrintNothingAndRefuseOtherTexts() {
		assertThat(this.links).asString().doesNotContain("rsp").doesNotContain("04386");
		assertThatIllegalArgumentException().isThrownBy(() -> InstallLinks.of("1$rsp.example.com$04386"))
			.withMessage("Not an activation code");
	}

}
