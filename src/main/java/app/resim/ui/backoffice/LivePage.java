package app.resim.ui.backoffice;

import java.util.concurrent.atomic.AtomicBoolean;

import app.resim.ui.Page;
import app.resim.ui.Visit;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A page of the staff that stays true while it is open. Server push is on only while such
 * a page is shown.
 */
abstract class LivePage extends Page {

	private final LiveWork live;

	/** Whether a refresh is on its way: several changes at once need one. */
	private final AtomicBoolean coming = new AtomicBoolean();

	private @Nullable Registration watching;

	LivePage(Visit visit, LiveWork live) {
		super(visit);
		this.live = live;
		withoutRail();
	}

	/**
	 * Something may have changed: show what is true now. Called without a request, so
	 * nobody is signed in on the calling thread.
	 */
	abstract void refresh();

	@Override
	protected void onAttach(AttachEvent event) {
		super.onAttach(event);
		UI page = event.getUI();
		page.getPushConfiguration().setTransport(Transport.WEBSOCKET_XHR);
		page.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
		this.watching = this.live.watch(() -> later(page));
	}

	@Override
	protected void onDetach(DetachEvent event) {
		if (this.watching != null) {
			this.watching.remove();
			this.watching = null;
		}
		event.getUI().getPushConfiguration().setPushMode(PushMode.DISABLED);
		super.onDetach(event);
	}

	private void later(UI page) {
		if (!this.coming.compareAndSet(false, true)) {
			return;
		}
		try {
			var unused = page.access(() -> {
				this.coming.set(false);
				if (isAttached()) {
					refresh();
				}
			});
		}
		catch (UIDetachedException ex) {
			// closed a moment ago: nobody is left to tell
			return;
		}
	}

}
