package app.resim.ui.backoffice;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.resim.request.Stirs;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells the open pages of the staff that work has come, gone or changed hands, on
 * whichever node, as soon as it is committed. Twice a minute it tells them anyway,
 * because minutes pass.
 */
@Component
class LiveWork {

	private static final Logger log = LoggerFactory.getLogger(LiveWork.class);

	private static final long TICK_SECONDS = 30;

	private final Set<Runnable> pages = ConcurrentHashMap.newKeySet();

	/**
	 * Pages are told on a thread of their own: the one that commits still holds on to its
	 * transaction, and nobody who sends a request shall wait for reviewers' screens.
	 */
	private final ScheduledThreadPoolExecutor teller = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("staff-pages").factory());

	LiveWork(Stirs stirs) {
		stirs.listen(stir -> this.teller.execute(this::tell));
		var unused = this.teller.scheduleWithFixedDelay(this::tell, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
	}

	/**
	 * Listens for changes.
	 * @param told called for each change, never on the thread of the change
	 * @return ends the listening
	 */
	Registration watch(Runnable told) {
		return Registration.addAndRemove(this.pages, told);
	}

	private void tell() {
		this.pages.forEach(told -> {
			try {
				told.run();
			}
			catch (RuntimeException ex) {
				// one broken page must not keep the others from being told
				log.warn("A page of the staff could not be told", ex);
			}
		});
	}

	@PreDestroy
	void close() {
		this.teller.shutdownNow();
	}

}
