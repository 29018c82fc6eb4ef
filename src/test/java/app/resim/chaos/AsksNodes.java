package app.resim.chaos;

import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets a Resim without jobs of its own leave them to the nodes.
 */
@TestConfiguration(proxyBeanMethods = false)
class AsksNodes {

	@Bean
	SchedulerClient jobsForNodes(DataSource database, List<Task<?>> known) {
		return SchedulerClient.Builder.create(database, known).build();
	}

}
