package app.resim.provisioning.simulated;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoLinesTest {

	@Test
	void everyLineWithANumberAndAnIccidIsRead() {
		String yaml = """
				people:
				  - id: demo-1001
				    name: Somebody
				    lines:
				      - { number: "+85255500142", sim: ESIM, iccid: "8985200000260001427", device: iPhone 15 }
				      - { number: "+852 5550 0187", sim: CARD, iccid: "8947010000123456784F" }
				      - { number: "+85255500163", sim: ESIM }
				  - id: demo-1002
				    lines: []
				""";
		assertThat(DemoLines.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))).hasSize(2)
			.containsEntry(new Msisdn("+85255500142"), new Iccid("8985200000260001427"))
			.containsEntry(new Msisdn("+85255500187"), new Iccid("8947010000123456784"));
	}

	@Test
	void aFileWithoutPeopleIsNoFault() {
		assertThat(DemoLines.read(new ByteArrayInputStream("other: 1".getBytes(StandardCharsets.UTF_8)))).isEmpty();
	}

}
