package app.resim.ui;

import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinRequest;

import org.springframework.stereotype.Service;

/**
 * Keeps what is done on Flow pages within the limits, and tells kindly when somebody has
 * to wait.
 */
@Service
public class Gate {

	private static final String NOTICE = "too-often";

	private final Limits limits;

	Gate(Limits limits) {
		this.limits = limits;
	}

	/**
	 * Takes a turn.
	 * @param deed what was pressed
	 * @param asker who pressed it
	 * @param page is told the reason, if it may not be done
	 * @return whether it may be done
	 */
	public boolean opens(Deed deed, Asker asker, Page page) {
		page.getChildren()
			.filter(part -> part.getId().filter(NOTICE::equals).isPresent())
			.toList()
			.forEach(Component::removeFromParent);
		return switch (this.limits.take(deed, asker)) {
			case Turn.Granted() -> true;
			case Turn.TooOften _ -> said("often", page);
			case Turn.Uncounted _ -> said("away", page);
		};
	}

	/**
	 * Whoever sent the request that is being answered.
	 * @return known by the address only
	 */
	public static Asker stranger() {
		VaadinRequest request = VaadinRequest.getCurrent();
		return (request != null) ? Asker.at(request.getRemoteAddr()) : Asker.nobody();
	}

	private static boolean said(String sort, Page page) {
		var notice = Notice.warn(page.text("shell.error." + sort), page.text("shell.error." + sort + ".text"))
			.announced();
		notice.setId(NOTICE);
		page.add(notice);
		return false;
	}

}
