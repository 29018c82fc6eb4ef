package app.resim.identity.port;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Compares no faces, unless an operator brings something that does.
 */
@Configuration(proxyBeanMethods = false)
class NoFaceComparer {

	@Bean
	@ConditionalOnMissingBean
	FaceComparer faceComparer() {
		return (document, portrait) -> new FaceComparer.Comparison.NotAvailable();
	}

}
