package app.resim.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion.Named;
import app.resim.catalogue.DeviceQuestion.WithImei;
import app.resim.kernel.Imei;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperatorsOwnListTest {

	private static final String HEADER = "tac\tmaker\tname\tcode\tesim\texception\n";

	@Test
	void aTacAnswersForAnImei() {
		Devices devices = with("49015420\tApple\tiPhone XR\tA2105\tyes\t");

		DeviceAnswer answer = devices.check(new WithImei(new Imei("490154203237518")));

		assertThat(answer.verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(answer.device()).map(Device::id).hasValue("apple-iphone-xr");
		assertThat(answer.list()).isEqualTo("operator 2026-11-21");
		assertThat(devices.check(new WithImei(new Imei("352099001761481"))).verdict()).isEqualTo(Verdict.UNKNOWN);
	}

	@Test
	void twoTacsOfOneModelMayDiffer() {
		Devices devices = with(
				"49015420\tApple\tiPhone XR\t\tyes\t\n35209900\tApple\tiPhone XR\t\tno\tiphone-two-cards");

		assertThat(devices.check(new WithImei(new Imei("490154203237518"))).verdict()).isEqualTo(Verdict.COMPATIBLE);
		DeviceAnswer without = devices.check(new WithImei(new Imei("352099001761481")));
		assertThat(without.verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(without.exception()).hasValue("iphone-two-cards");
		assertThat(named(devices, "iPhone XR").verdict()).isEqualTo(Verdict.SOME_VERSIONS);
	}

	@Test
	void aRowWithoutCodeIsAboutTheWholeModel() {
		Devices devices = with("\tSamsung\tGalaxy S24 Ultra\t\tno\t");

		assertThat(named(devices, "Galaxy S24 Ultra").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(named(devices, "Galaxy S24 Ultra").exception()).hasValue("no-esim");
		assertThat(named(devices, "SM-S928U").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(named(devices, "SM-S928Q").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(named(devices, "Galaxy S24").verdict()).isEqualTo(Verdict.SOME_VERSIONS);
	}

	@Test
	void aRowWithACodeIsAboutThatVersionOnly() {
		Devices devices = with(
				"\tSamsung\tGalaxy S24 Ultra\tSM-S9280\tyes\t\n\tApple\tiPhone 15\tA3092\tsome\tcheck-eid");

		assertThat(named(devices, "SM-S9280").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "A3092").verdict()).isEqualTo(Verdict.SOME_VERSIONS);
		assertThat(named(devices, "A3090").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "Galaxy S24 Ultra").verdict()).isEqualTo(Verdict.SOME_VERSIONS);
	}

	@Test
	void aVersionThatFailsSaysWhy() {
		Devices devices = with("\tGoogle\tPixel 8\tG9BQD\tno\t\n\tGoogle\tPixel 7\tGVU6C\tsome\tpixel-3a");

		assertThat(named(devices, "G9BQD").exception()).hasValue("no-esim");
		assertThat(named(devices, "GVU6C").exception()).hasValue("pixel-3a");
		assertThat(named(devices, "Pixel 8").verdict()).isEqualTo(Verdict.COMPATIBLE);
	}

	@Test
	void theMoreSpecialRowWinsWhateverTheOrder() {
		Devices devices = with("\tSamsung\tGalaxy S24 Ultra\tSM-S928B\tyes\t\n\tSamsung\tGalaxy S24 Ultra\t\tno\t");

		assertThat(named(devices, "SM-S928B").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "SM-S928U").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
	}

	@Test
	void aModelThatNobodyKnewIsAdded() {
		Devices devices = with("\tFernweh\tOne\tFW-1001\tyes\t\n\t小米\t99 Pro\t\tno\t");

		assertThat(named(devices, "fernweh one").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "FW-1001").device()).map(Device::fullName).hasValue("Fernweh One");
		assertThat(named(devices, "Xiaomi 99 Pro").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(devices.matching("fernweh")).hasSize(1);
	}

	@Test
	void aNewModelWhoseVersionsDifferWorksInSomeOnly() {
		Devices devices = with("\tFernweh\tOne\tFW-1001\tyes\t\n\tFernweh\tOne\tFW-1002\tno\t");

		assertThat(named(devices, "Fernweh One").verdict()).isEqualTo(Verdict.SOME_VERSIONS);
		assertThat(named(devices, "Fernweh One").exception()).hasValue("check-eid");
		assertThat(named(devices, "FW-1001").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "FW-1002").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
	}

	@Test
	void aCodeMovesToTheModelThatTheOperatorNames() {
		Devices devices = with("\tFernweh\tOne\tA2108\tyes\t");

		assertThat(named(devices, "A2108").device()).map(Device::fullName).hasValue("Fernweh One");
		assertThat(devices.find("apple-iphone-xr").orElseThrow().codes()).doesNotContain("A2108");
	}

	@Test
	void theShippedRowsStayWhereTheOperatorSaysNothing() {
		assertThat(named(with("\tFernweh\tOne\t\tyes\t"), "A2108").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
	}

	@Test
	void theExampleOfTheManualIsRead() throws IOException {
		String manual = Files.readString(Path.of("docs/devices.md"));
		String example = manual.substring(manual.indexOf("tac\tmaker"), manual.lastIndexOf("```"));
		Devices devices = CatalogueFixture.devicesWith(example);

		assertThat(named(devices, "SM-S9280").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "Xperia 10 IV").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(named(devices, "Fernweh One").verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(named(devices, "FW-1002").verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(devices.check(new WithImei(new Imei("350000010000004"))).verdict()).isEqualTo(Verdict.COMPATIBLE);
	}

	@Test
	void whatASpreadsheetWritesIsRead() {
		DeviceList list = CatalogueFixture
			.operators("\uFEFFesim\tname\tmaker\ttray\r\n\r\n# ours\r\nyes\tOne\tFernweh\tno\r\n");

		assertThat(list.named("Fernweh One").orElseThrow().device()).map(Device::tray).hasValue(Device.Tray.NO);
	}

	@Test
	void theTrayOfAKnownModelCanBeCorrected() {
		DeviceList list = CatalogueFixture.operators("maker\tname\tesim\ttray\nApple\tiPhone 17\tyes\tno\n");

		assertThat(list.named("iPhone 17").orElseThrow().device()).map(Device::tray).hasValue(Device.Tray.NO);
	}

	@ParameterizedTest(name = "{2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					tac;maker;name;esim       | 4901542;A;One;yes              | line 2: tac: a TAC has eight digits
					tac;maker;name;esim       | 4901542A;A;One;yes             | line 2: tac: a TAC has eight digits
					maker;name;esim           | A;One;perhaps                  | line 2: esim: 'perhaps' is none of [yes, some, no]
					maker;name;esim           | A;One                          | line 2: the cell 'esim' is empty
					maker;name;esim           | A;;yes                         | line 2: the cell 'name' is empty
					maker;name;esim           | A;12345678901234567890123456789012345678901234567890123456789012345678901;yes | line 2: the name is too long
					name;esim                 | One;yes                        | line 2: the cell 'maker' is empty
					maker;name;esim;exception | A;One;no;because               | line 2: exception: no text explains 'because'
					maker;name;esim;kind      | A;One;no;toaster               | line 2: kind: 'toaster' is none of [phone, tablet, watch, laptop]
					maker;name;esim;code      | A;One;no;!!                    | line 2: code: '!!' is no model code
					maker;name;esim;reviewed  | A;One;yes;yesterday            | line 2: reviewed: 'yesterday' is no date such as 2026-11-21
					maker;name;esim           | A;One;yes;more                 | line 2: it has 4 cells, but there are 3 columns
					maker;model;esim          | A;One;yes                      | line 1: 'model' is no column
					maker;maker;esim          | A;One;yes                      | line 1: the column 'maker' occurs twice
					maker;name;esim           | A;One;yes\\nB;Two;no\\na;one;no | line 4: line 2 is about the same
					maker;name;esim;code      | A;One;yes;AB-1\\nA;One;no;ab1   | line 3: line 2 is about the same
					tac;maker;name;esim       | 49015420;A;One;yes\\n49015420;A;Two;yes | line 3: line 2 is about the same
					""")
	void aWrongRowStopsTheStartWithItsLine(String header, String rows, String problem) {
		String file = (header + "\n" + rows.replace("\\n", "\n")).replace(';', '\t');

		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> CatalogueFixture.operators(file))
			.withMessage("devices of a test, " + problem + ".");
	}

	private static Devices with(String rows) {
		return CatalogueFixture.devicesWith(HEADER + rows);
	}

	private static DeviceAnswer named(Devices devices, String text) {
		return devices.check(new Named(text));
	}

}
