package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.resim.provisioning.DownloadFailed;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.ProfileInstalled;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * When fulfilment runs: after the events that ask for it, again after a wait, and by a
 * sweep that finds whatever was missed.
 */
@Component
class FulfilmentJobs {

	static final TaskDescriptor<Void> FULFIL = TaskDescriptor.of("fulfil-request");

	private final ObjectProvider<SchedulerClient> scheduler;

	private final RequestRows rows;

	private final Changes change;

	private final Clock clock;

	FulfilmentJobs(ObjectProvider<SchedulerClient> scheduler, RequestRows rows, Changes change, Clock clock) {
		this.scheduler = scheduler;
		this.rows = rows;
		this.change = change;
		this.clock = clock;
	}

	@ApplicationModuleListener
	void on(RequestEvent event) {
		switch (event) {
			case RequestEvent.Approved approved -> wake(approved);
			case RequestEvent.Resumed resumed -> wake(resumed);
			case RequestEvent.Renewed renewed -> wake(renewed);
			case RequestEvent.Installed installed -> wake(installed);
			case RequestEvent.Declined declined -> wake(declined);
			case RequestEvent.Withdrawn withdrawn -> wake(withdrawn);
			case RequestEvent.Expired expired -> wake(expired);
			case RequestEvent.Paused paused -> wake(paused);
			case RequestEvent.SetAside aside -> wake(aside);
			case RequestEvent.LookedInto e -> {
			}
			case RequestEvent.Held e -> {
			}
			case RequestEvent.StillAskedFor e -> {
			}
			case RequestEvent.Submitted e -> {
			}
			case RequestEvent.SentToReview e -> {
			}
			case RequestEvent.PicturesWanted e -> {
			}
			case RequestEvent.PicturesSent e -> {
			}
			case RequestEvent.HandedOver e -> {
			}
			case RequestEvent.TakenBack e -> {
			}
			case RequestEvent.ApprovedOnce e -> {
			}
			case RequestEvent.Stalled e -> {
			}
			case RequestEvent.CodeRanOut e -> {
			}
			case RequestEvent.Ready e -> {
			}
			case RequestEvent.CardReady e -> {
			}
			case RequestEvent.CardSent e -> {
			}
			case RequestEvent.Finished e -> {
			}
		}
	}

	@ApplicationModuleListener
	void on(PossiblyInStrangeHands event) {
		wake(new RequestId(event.request()));
	}

	@ApplicationModuleListener
	void on(OwnerTold event) {
		wake(new RequestId(event.request()));
	}

	@ApplicationModuleListener
	void on(ProfileInstalled event) {
		request(event.order(), request -> switch (request.status()) {
			case READY -> List.of(request.install(event.at()));
			// a phone was faster than the stop; the line stays where it is, and people
			// are told
			case PAUSED -> List.of(CaseEvent.of("esim.installed-after-stop", request,
					app.resim.kernel.Actor.system("sm-dp+"), event.at()));
			default -> List.of();
		});
	}

	@ApplicationModuleListener
	void on(DownloadFailed event) {
		request(event.order(), request -> {
			if (request.status() == RequestStatus.READY) {
				request.installFailed(event.fault());
				return List.of(CaseEvent.of("esim.install-failed", request, app.resim.kernel.Actor.system("sm-dp+"),
						event.at()));
			}
			return List.of();
		});
	}

	private void request(OrderId order, java.util.function.Function<Request, List<?>> deed) {
		this.rows.findByOrderId(order.order()).ifPresent(request -> this.change.to(request.id(), deed));
	}

	private void wake(RequestEvent event) {
		this.rows.findByReference(event.reference().reference()).ifPresent(request -> wake(request.id()));
	}

	void wake(RequestId id) {
		Instant now = this.clock.instant();
		this.scheduler
			.ifAvailable(jobs -> jobs.scheduleIfNotExists(FULFIL.instance(id.id().toString()).scheduledTo(now)));
	}

	/** Runs it now, although it waits for its next try. */
	void hurry(RequestId id) {
		Instant now = this.clock.instant();
		this.scheduler.ifAvailable(jobs -> jobs.schedule(FULFIL.instance(id.id().toString()).scheduledTo(now),
				SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
	}

	/** The jobs themselves. */
	@Configuration
	static class Jobs {

		private static final Duration SWEEP = Duration.ofSeconds(10);

		/** Where not even the failure could be stored; the library waits five minutes. */
		private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

		@Bean
		Task<Void> fulfilRequest(Fulfilment fulfilment) {
			return Tasks.custom(FULFIL)
				.onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
				.execute((job, context) -> fulfilment.run(new RequestId(UUID.fromString(job.getId())))
					.<CompletionHandler<Void>>map(
							next -> (complete, operations) -> operations.reschedule(complete, next))
					.orElseGet(CompletionHandler.OnCompleteRemove::new));
		}

		@Bean
		RecurringTask<Void> sweepRequests(RequestSweep sweep) {
			return Tasks.recurring("sweep-requests", FixedDelay.of(SWEEP)).execute((job, context) -> sweep.run());
		}

	}

}
