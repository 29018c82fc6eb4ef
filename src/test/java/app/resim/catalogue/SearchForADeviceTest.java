package app.resim.catalogue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchForADeviceTest {

	private static final Devices DEVICES = CatalogueFixture.devices();

	@ParameterizedTest(name = "{0} finds {1} first")
	@CsvSource({ "iphone 15, iPhone 15", "IPHONE15, iPhone 15", "15 pro max, iPhone 15 Pro Max", "xr, iPhone XR",
			"s24, Galaxy S24", "s24+, Galaxy S24+", "samsung s24 ultra, Galaxy S24 Ultra", "三星 s24, Galaxy S24",
			"pixel 8, Pixel 8", "сяоми 13, Xiaomi 13", "A2108, iPhone XR", "sm-s928, Galaxy S24 Ultra",
			"s928u, Galaxy S24 Ultra", "flip 4, Galaxy Z Flip4", "watch 9, Apple Watch Series 9",
			"iPad 10th gen, iPad (10th generation)", "p40, P40" })
	void theBestMatchStandsFirst(String typed, String name) {
		assertThat(DEVICES.matching(typed)).first().extracting(Device::name).isEqualTo(name);
	}

	@Test
	void everyWordHasToMatch() {
		assertThat(names("iphone pro")).isNotEmpty().allMatch(name -> name.contains("iPhone") && name.contains("Pro"));
		assertThat(names("iphone pro galaxy")).isEmpty();
	}

	@Test
	void aMakerFindsAllItsModels() {
		assertThat(DEVICES.matching("sony")).isNotEmpty().extracting(Device::maker).containsOnly("Sony");
	}

	@Test
	void nothingTypedGivesTheWholeList() {
		int all = ShippedDevices.read(DeviceLists.SHIPPED).size();

		assertThat(DEVICES.matching("")).hasSize(all);
		assertThat(DEVICES.matching("   ")).hasSize(all);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zzzz", "iphone 99", "🤖", "%", "'; DROP TABLE unknown_device; --" })
	void whatIsNotInTheListFindsNothing(String typed) {
		assertThat(DEVICES.matching(typed)).isEmpty();
	}

	@Test
	void everyModelIsFoundByItsFullName() {
		for (Device device : DEVICES.matching("")) {
			assertThat(DEVICES.matching(device.fullName())).as(device.fullName()).contains(device);
		}
	}

	private static List<String> names(String typed) {
		return DEVICES.matching(typed).stream().map(Device::name).toList();
	}

}
