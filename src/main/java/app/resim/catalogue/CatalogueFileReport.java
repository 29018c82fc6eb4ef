package app.resim.catalogue;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which line stopped the start, without a page of stack trace around it.
 */
class CatalogueFileReport extends AbstractFailureAnalyzer<CatalogueFileBroken> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, CatalogueFileBroken cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Correct the file, or remove resim.catalogue.brands or resim.catalogue.devices to use what is shipped.",
				cause);
	}

}
