package app.resim.provisioning;

import java.util.Set;

import app.resim.provisioning.port.IccidSupply;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The operator's pool of ICCIDs, where {@code resim.provisioning.iccid-pool} names a file
 * such as {@code file:/etc/resim/iccids.txt}. The words {@code none} and
 * {@code simulated} are no files.
 */
@Configuration
class PoolConfiguration {

	@Bean
	@Conditional(FileIsNamed.class)
	IccidSupply iccidFile(@Value("${resim.provisioning.iccid-pool}") Resource file) {
		return new IccidFile(file);
	}

	/** Looks whether the setting is something else than a word of ours. */
	static class FileIsNamed implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata marked) {
			String pool = context.getEnvironment().getProperty("resim.provisioning.iccid-pool", "");
			return !pool.isBlank() && !Set.of("none", "simulated").contains(pool);
		}

	}

}
