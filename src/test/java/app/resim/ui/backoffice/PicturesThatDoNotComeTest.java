package app.resim.ui.backoffice;

import app.resim.catalogue.Reason;
import app.resim.request.RequestReference;
import com.vaadin.flow.component.html.Image;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesThatDoNotComeTest extends AtTheDesk {

	@Test
	void theOneThatDidNotComeIsNamedAndTheRestOfTheCaseStays() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.STOLEN);
		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).doesNotContain("cannot be shown at the moment");

		fire(find(Image.class).all().getLast(), "error", JsonNodeFactory.instance.objectNode());

		assertThat(page()).contains("Portrait cannot be shown at the moment", "Nothing is lost", "You are reviewing")
			.doesNotContain("Front of the document cannot be shown");
	}

}
