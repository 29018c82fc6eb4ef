package app.resim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.browserless.BaseBrowserlessTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;

/**
 * Notes the kind and the outcome of each test, so that {@code script/test} can count
 * them. One file for each virtual machine, one line for each test: kind, outcome, name,
 * parted by tabs.
 */
public final class TestKinds implements TestExecutionListener {

	private static final Path FILE = Path.of("target", "test-kinds", ProcessHandle.current().pid() + ".txt");

	/** What a tag says goes before what the class shows; the first one found counts. */
	private static final Map<String, String> TAGS = new LinkedHashMap<>();
	static {
		TAGS.put("browser", "browser");
		TAGS.put("postgres", "database on PostgreSQL");
		TAGS.put("database", "database on H2");
		TAGS.put("view", "view");
	}

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		switch (result.getStatus()) {
			case SUCCESSFUL -> noteTest(test, "passed");
			case ABORTED -> note(test, "skipped");
			case FAILED -> note(test, "failed");
		}
	}

	@Override
	public void executionSkipped(TestIdentifier test, String reason) {
		note(test, "skipped");
	}

	/**
	 * A container that passes is no test; one that fails or is skipped hides its tests.
	 */
	private static void noteTest(TestIdentifier test, String outcome) {
		if (test.isTest()) {
			note(test, outcome);
		}
	}

	private static synchronized void note(TestIdentifier test, String outcome) {
		Optional<Class<?>> home = test.getSource().flatMap(TestKinds::home);
		String name = home.map(type -> type.getSimpleName() + ": ").orElse("") + test.getDisplayName();
		String line = String.join("\t", kind(test, home), outcome, name.replaceAll("\\s+", " ")) + "\n";
		try {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String kind(TestIdentifier test, Optional<Class<?>> home) {
		for (var tagged : TAGS.entrySet()) {
			if (test.getTags().contains(TestTag.create(tagged.getKey()))) {
				return tagged.getValue();
			}
		}
		if (test.getUniqueId().startsWith("[engine:archunit]")) {
			return "architecture";
		}
		return home.map(TestKinds::kind).orElse("plain");
	}

	private static String kind(Class<?> type) {
		if (type.getSimpleName().endsWith("ArchitectureTest")) {
			return "architecture";
		}
		if (BaseBrowserlessTest.class.isAssignableFrom(type)) {
			return "view";
		}
		if (type.getSimpleName().endsWith("OnH2Test")) {
			return "database on H2";
		}
		return outwards(type).anyMatch(TestKinds::startsSpring) ? "module" : "plain";
	}

	private static Stream<Class<?>> outwards(Class<?> type) {
		return Stream.iterate(type, Objects::nonNull, Class::getEnclosingClass);
	}

	private static boolean startsSpring(Class<?> type) {
		return Stream.of(BootstrapWith.class, ContextConfiguration.class, ApplicationModuleTest.class)
			.anyMatch(mark -> AnnotatedElementUtils.hasAnnotation(type, mark));
	}

	private static Optional<Class<?>> home(TestSource source) {
		return switch (source) {
			case MethodSource method -> Optional.of(method.getJavaClass());
			case ClassSource type -> Optional.of(type.getJavaClass());
			default -> Optional.empty();
		};
	}

}
