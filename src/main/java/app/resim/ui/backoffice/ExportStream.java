package app.resim.ui.backoffice;

import java.io.IOException;
import java.util.function.Supplier;

import app.resim.privacy.ExportAnswer;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * Streams a customer's export to the page that offers it. Each request gathers it anew,
 * so each one is audited.
 */
final class ExportStream implements DownloadHandler {

	private final transient Supplier<ExportAnswer> export;

	ExportStream(Supplier<ExportAnswer> export) {
		this.export = export;
	}

	@Override
	public void handleDownloadRequest(DownloadEvent event) throws IOException {
		VaadinResponse response = event.getResponse();
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		switch (this.export.get()) {
			case ExportAnswer.Ready ready -> {
				response.setContentType("application/zip");
				response.setHeader("Content-Disposition", "attachment; filename=\"" + getUrlPostfix() + "\"");
				ready.export().writeTo(response.getOutputStream());
			}
			case ExportAnswer.NothingKept _, ExportAnswer.OwnAccount _ ->
				response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
		}
	}

	@Override
	public String getUrlPostfix() {
		return "personal-data.zip";
	}

}
