package app.resim.watch;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.stereotype.Component;

/**
 * Shows each run of a job by the job's name. What it runs for, a request's id, is not
 * told.
 */
@Component
class JobSpans implements ExecutionInterceptor {

	private final ObservationRegistry traces;

	JobSpans(ObservationRegistry traces) {
		this.traces = traces;
	}

	@Override
	@SuppressWarnings("NullAway") // a job ends with what is to become of it, or throws
	public CompletionHandler<?> execute(TaskInstance<?> job, ExecutionContext context, ExecutionChain chain) {
		return Observation.createNotStarted("resim.jobs", this.traces)
			.contextualName("job " + job.getTaskName())
			.lowCardinalityKeyValue("job", job.getTaskName())
			.<CompletionHandler<?>>observe(() -> chain.proceed(job, context));
	}

}
