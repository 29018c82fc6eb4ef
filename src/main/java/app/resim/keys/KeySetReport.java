package app.resim.keys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which key set stopped the start, without a page of stack trace around it.
 */
class KeySetReport extends AbstractFailureAnalyzer<KeySetUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, KeySetUnusable cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
