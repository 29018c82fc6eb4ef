package app.resim.ui.backoffice;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Edition.State;
import app.resim.catalogue.Editions;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import app.resim.ui.Seats;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Two colleagues change what is laid down for a brand.
 */
class CataloguePageTest extends AtTheDesk {

	private static final BrandId BRAND = new BrandId("beeline");

	private static final Authentication CLEO = Seats.staff("cleo", Role.CATALOGUE);

	private static final Authentication SENIOR = Seats.staff("hugo", Role.SENIOR);

	@Autowired
	private Editions editions;

	@Autowired
	private Catalogue catalogue;

	@AfterEach
	void asItWas() {
		this.database.sql("DELETE FROM brand_edition WHERE brand = 'beeline' AND first_of IS NULL").update();
		this.clock.move(Duration.ofSeconds(10));
		assertThat(later()).isEqualTo(new Money(5000, "RUB"));
	}

	@Test
	void everyBrandIsListed() {
		as(CLEO);
		navigate(CataloguePage.class);

		assertThat(page()).contains("Tidewire Mobile", "Invented, for demonstrations", "Beeline",
				"An example, not run by that operator", "Nothing");
	}

	@Test
	void aProposalIsLookedAtFirstAndAgreedToBySomebodyElse() {
		propose("RUB 70");

		assertThat(page()).contains("Now somebody else has to agree.", "fees.later", "RUB 50", "RUB 70",
				"the old one is old");
		assertThat(later()).isEqualTo(new Money(5000, "RUB"));
		assertThat(agreeing()).isEmpty();

		as(SENIOR);
		navigate(CataloguePage.class);
		open();
		press(agreeing());

		assertThat(page()).contains("It holds from its day on, everywhere.", "Agreed by");
		assertThat(later()).isEqualTo(new Money(7000, "RUB"));
	}

	@Test
	void whatWouldChangeIsShownAsTheFirstPageWouldTellIt() {
		as(CLEO);
		open();
		look("RUB 70");

		assertThat(page()).contains("What would change", "So the first page would read:");
		assertThat(shows("preview")).isTrue();
	}

	@Test
	void whatCannotBeUsedIsSaidAtItsField() {
		as(CLEO);
		open();
		look("much");

		assertThat(page()).contains("This cannot be used:", "field fees.later: 'much' cannot be used here.");
		assertThat(shows("preview")).isFalse();
	}

	@Test
	void everythingElseIsChangedAsYaml() {
		as(CLEO);
		open();
		String text = this.editions.last(BRAND).text();
		submit("yaml", Map.of("yaml", text.replace("hue: 85", "hue: 86")));
		assertThat(page()).contains("hue", "85", "86");

		submit("yaml", Map.of("yaml", text.replace("hue: 85", "hue: 500")));
		assertThat(page()).contains("the hue goes from 0 to 359");
		// a rule of another module: a misspelt signal would never hold
		submit("yaml", Map.of("yaml", text.replace("SIM_LOCKED", "SIM_LOOKED")));
		assertThat(page()).contains("SIM_LOOKED");
	}

	@Test
	void aProposalIsDropped() {
		propose("RUB 70");
		press("drop-" + agreeingId());

		assertThat(page()).contains("It will not hold.");
		assertThat(this.editions.of(BRAND).getFirst().state()).isEqualTo(State.DROPPED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kay", "fay", "ada", "nobody" })
	void behindThePageTheServiceRefusesToo(String name) {
		propose("RUB 70");
		UUID proposal = this.editions.of(BRAND).getFirst().edition().id();

		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.editions.agree(proposal, name));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.editions.drop(proposal, name));
	}

	private void propose(String fee) {
		as(CLEO);
		open();
		look(fee);
		submit("from", Map.of("from", "2020-01-01", "why", "the old one is old"));
	}

	private void look(String fee) {
		submit("fees-later", Map.of("hotline", "+78007000611", "hotlineHours-opens", "00:00", "hotlineHours-closes",
				"00:00", "fees-first", "RUB 50", "fees-later", fee, "hours-promise", "PT24H"));
	}

	private void open() {
		UI.getCurrent().navigate("staff/catalogue/" + BRAND);
	}

	private Money later() {
		return this.catalogue.brand(BRAND).fees().later();
	}

	private String agreeingId() {
		return this.editions.of(BRAND).getFirst().edition().id().toString().substring(0, 8);
	}

	/** The button of the one who may agree, or nothing. */
	private String agreeing() {
		String id = "agree-" + agreeingId();
		return shows(id) ? id : "";
	}

}
