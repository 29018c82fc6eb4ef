package app.resim.catalogue;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Loads the device list: what is shipped, and {@code resim.catalogue.devices} over it.
 */
@Configuration
class DeviceLists {

	static final Resource SHIPPED = new ClassPathResource("catalogue/devices.tsv");

	private static final Logger LOG = LoggerFactory.getLogger(DeviceLists.class);

	@Bean
	DeviceList deviceList(@Value("${resim.catalogue.devices:}") String operators, ResourceLoader files) {
		List<Listing> shipped = ShippedDevices.read(SHIPPED);
		if (operators.isBlank()) {
			return of(shipped);
		}
		DeviceList list = OperatorDevices.over(shipped, files.getResource(operators));
		LOG.info("Device list: {} over {} shipped models", list.version(), shipped.size());
		return list;
	}

	static DeviceList of(List<Listing> shipped) {
		return new DeviceList(shipped, Map.of(), shipped.getFirst().list());
	}

}
