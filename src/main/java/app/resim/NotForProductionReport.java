package app.resim;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints the list of weak spots without a page of stack trace around it.
 */
class NotForProductionReport extends AbstractFailureAnalyzer<NotForProduction> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, NotForProduction cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Mend each of them, or start without spring.profiles.active=production to try Resim with invented people.",
				cause);
	}

}
