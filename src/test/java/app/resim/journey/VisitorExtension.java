package app.resim.journey;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Brings visitors to test methods and looks after them.
 */
class VisitorExtension implements ParameterResolver, AfterEachCallback {

	private static final Namespace HERE = Namespace.create(VisitorExtension.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		Class<?> type = parameter.getParameter().getType();
		return type == Visitor.class || type == Visitors.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		Visitors visitors = test.getStore(HERE).computeIfAbsent(Visitors.class, key -> visitors(test), Visitors.class);
		return (parameter.getParameter().getType() == Visitor.class) ? visitors.visitor() : visitors;
	}

	private static Visitors visitors(ExtensionContext test) {
		return new Visitors(chromium(test).browser(), home(test), test.getRequiredTestClass().getSimpleName());
	}

	/** The server of {@link Journey}, or none in a test that starts its own. */
	private static String home(ExtensionContext test) {
		if (!AnnotatedElementUtils.hasAnnotation(test.getRequiredTestClass(), Journey.class)) {
			return "about:blank";
		}
		ApplicationContext resim = SpringExtension.getApplicationContext(test);
		return "http://localhost:" + resim.getEnvironment().getRequiredProperty("local.server.port");
	}

	private static Chromium chromium(ExtensionContext test) {
		if (AnnotatedElementUtils.hasAnnotation(test.getRequiredTestClass(), WithCamera.class)) {
			return test.getRoot()
				.getStore(HERE)
				.computeIfAbsent(WithCamera.class, key -> Chromium.withCamera(FakeCamera.film()), Chromium.class);
		}
		return test.getRoot().getStore(HERE).computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
	}

	@Override
	public void afterEach(ExtensionContext test) {
		Visitors visitors = test.getStore(HERE).get(Visitors.class, Visitors.class);
		if (visitors != null) {
			visitors.leave(test.getExecutionException().isPresent(), test.getDisplayName());
		}
	}

}
