package app.resim.demo;

import java.util.List;

import app.resim.ui.OpenPaths;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Opens the pages of the demonstration.
 */
@Configuration
@Profile("demo")
class DemoPaths {

	static final String MESSAGES = "/demo/messages";

	static final String PHONE = "/demo/phone";

	static final String FAULT = "/demo/phone/fault";

	@Bean
	OpenPaths demoPages() {
		return new OpenPaths(List.of(MESSAGES, PHONE, FAULT));
	}

}
