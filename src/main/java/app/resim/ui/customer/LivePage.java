package app.resim.ui.customer;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.resim.request.RequestReference;
import app.resim.ui.Page;
import app.resim.ui.Visits;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A page about one request that follows it live. Server push is on only while such a page
 * is open: its script would weigh on every other page.
 */
abstract class LivePage extends Page {

	private static final ScheduledThreadPoolExecutor CLOCKWORK = clockwork();

	private final LiveRequests live;

	private @Nullable Registration watching;

	private @Nullable RequestReference reference;

	LivePage(Visits visits, LiveRequests live) {
		super(visits.current());
		this.live = live;
	}

	/** The request has moved: show what is true now. */
	abstract void refresh();

	/**
	 * Follows a request from now on.
	 * @param reference which
	 */
	final void follow(RequestReference reference) {
		this.reference = reference;
	}

	@Override
	protected void onAttach(AttachEvent event) {
		if (this.reference != null) {
			UI page = event.getUI();
			page.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
			page.getPushConfiguration().setTransport(Transport.WEBSOCKET_XHR);
			this.watching = this.live.watch(this.reference, () -> later(page, this::refresh));
			// whatever happened between reading and listening
			refresh();
		}
	}

	@Override
	protected void onDetach(DetachEvent event) {
		if (this.watching != null) {
			this.watching.remove();
			this.watching = null;
		}
		event.getUI().getPushConfiguration().setPushMode(PushMode.DISABLED);
	}

	/**
	 * Does something on this page after a while, if it is still open.
	 * @param delay how long
	 * @param deed what
	 */
	final void after(Duration delay, Runnable deed) {
		getUI().ifPresent(page -> {
			var unused = CLOCKWORK.schedule(() -> later(page, deed), delay.toMillis(), TimeUnit.MILLISECONDS);
		});
	}

	private void later(UI page, Runnable deed) {
		try {
			var unused = page.access(() -> {
				if (isAttached()) {
					deed.run();
				}
			});
		}
		catch (UIDetachedException ex) {
			// closed a moment ago: nobody is left to tell
			return;
		}
	}

	private static ScheduledThreadPoolExecutor clockwork() {
		var clockwork = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("page-clock").factory());
		clockwork.setRemoveOnCancelPolicy(true);
		return clockwork;
	}

}
