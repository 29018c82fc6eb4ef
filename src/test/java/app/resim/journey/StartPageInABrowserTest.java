package app.resim.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first page that anybody sees.
 */
@Journey
class StartPageInABrowserTest {

	@Test
	void opensWithATitleAndWithoutAComplaint(Visitor visitor) {
		visitor.open("/").pictures("start").findsNoBarrier();
		assertThat(visitor.page().title()).isNotBlank();
	}

	@Test
	void fitsTheNarrowestPhone(Visitors visitors) {
		visitors.visitor(device -> device.setViewportSize(320, 640)).open("/").needsNoSidewaysScroll();
	}

}
