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

	static final String BILLING = "/demo/billing";

	static final String MESSAGES = "/demo/messages";

	static final String PHONE = "/demo/phone";

	static final String FAULT = "/demo/phone/fault";

	static final String PICTURES = "/demo/pictures";

	static final String CARD = "/demo/pictures/card.jpg";

	static final String PORTRAIT = "/demo/pictures/portrait.jpg";

	static final String STAFF = "/demo/staff";

	@Bean
	OpenPaths demoPages() {
		return new OpenPaths(List.of(BILLING, MESSAGES, PHONE, FAULT, PICTURES, CARD, PORTRAIT, STAFF));
	}

}
