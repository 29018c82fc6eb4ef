package app.resim.ui.customer;

import java.util.List;

import app.resim.catalogue.Reason;
import app.resim.request.RequestReference;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteBaseData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose request it is, asked of every page that shows one: the pages are those that the
 * running portal knows.
 */
class EveryPageOfARequestTest extends CustomerPages {

	@Test
	void isUnknownToAnotherCustomerAndNotToItsOwner() {
		RequestReference sams = answered(Reason.DAMAGED);
		List<String> pages = pages(sams);
		assertThat(pages).hasSizeGreaterThan(9);

		assertThat(pages)
			.allSatisfy(page -> assertThat(open(page).reads()).doesNotContain("We do not know this request"));
		signIn(ANNA);
		assertThat(pages)
			.allSatisfy(page -> assertThat(open(page).reads()).as(page).contains("We do not know this request"));
	}

	private static List<String> pages(RequestReference request) {
		return UI.getCurrent()
			.getInternals()
			.getRouter()
			.getRegistry()
			.getRegisteredRoutes()
			.stream()
			.map(RouteBaseData::getTemplate)
			.filter(template -> template.startsWith("requests/"))
			.map(template -> "/" + template.replace(":reference", request.toString()))
			.toList();
	}

}
