package app.resim.provisioning;

import app.resim.provisioning.port.IccidSupply;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * The operator's pool of ICCIDs, where {@code resim.provisioning.iccid-pool} names a file
 * such as {@code file:/etc/resim/iccids.txt}. The words {@code none} and
 * {@code simulated} are no files.
 */
@Configuration
class PoolConfiguration {

	@Bean
	@ConditionalOnExpression("!{'', 'none', 'simulated'}.contains('${resim.provisioning.iccid-pool:}')")
	IccidSupply iccidFile(@Value("${resim.provisioning.iccid-pool}") Resource file) {
		return new IccidFile(file);
	}

}
