package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;

/**
 * Lets the server change a page by itself while it is shown. Only pages that need it open
 * the connection, because its script would make the first page heavier for everybody.
 * Change the page with {@code UI.access}.
 */
public final class LiveUpdates {

	private LiveUpdates() {
	}

	/**
	 * Keeps a connection open from now on, as long as a page is shown.
	 * @param ui the browser's tab
	 * @param page shown in it
	 */
	public static void from(UI ui, Component page) {
		open(ui);
		page.addDetachListener(event -> close(event.getUI()));
	}

	private static void open(UI ui) {
		PushConfiguration push = ui.getPushConfiguration();
		push.setTransport(Transport.WEBSOCKET_XHR);
		push.setPushMode(PushMode.AUTOMATIC);
	}

	private static void close(UI ui) {
		ui.getPushConfiguration().setPushMode(PushMode.DISABLED);
	}

}
