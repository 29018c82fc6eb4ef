package app.resim.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in on the pages that everybody can reach.
 */
@Journey
class SignInInABrowserTest {

	@Test
	void aCustomerTypesTheCodeFromTheMailAndIsIn(Visitor sam) {
		sam.signIn("sam.demo@example.com");
		assertThat(sam.page().url()).endsWith("/lines");
	}

	@Test
	void aReviewerIsLedToTheWorklist(Visitor kay) {
		kay.signInAsStaff("kay", "demo-kay");
		assertThat(kay.page().url()).endsWith("/staff");
	}

}
