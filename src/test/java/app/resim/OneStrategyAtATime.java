package app.resim;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Who is signed in is kept in one place of a process, which the portal that started last
 * sets. Where the portals of several tests live beside each other, each test gets its own
 * back.
 */
public class OneStrategyAtATime extends AbstractTestExecutionListener {

	private static final int AFTER_INJECTION = 2500;

	@Override
	public int getOrder() {
		return AFTER_INJECTION;
	}

	@Override
	public void prepareTestInstance(TestContext test) {
		test.getApplicationContext()
			.getBeanProvider(SecurityContextHolderStrategy.class)
			.ifAvailable(SecurityContextHolder::setContextHolderStrategy);
	}

}
