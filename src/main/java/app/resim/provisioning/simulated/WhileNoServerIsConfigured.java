package app.resim.provisioning.simulated;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Marks what exists only while {@code resim.provisioning.es2plus.url} is empty.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WhileNoServerIsConfigured.NoUrl.class)
@interface WhileNoServerIsConfigured {

	/** Looks whether a server is configured. */
	class NoUrl implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata marked) {
			return context.getEnvironment().getProperty("resim.provisioning.es2plus.url", "").isBlank();
		}

	}

}
