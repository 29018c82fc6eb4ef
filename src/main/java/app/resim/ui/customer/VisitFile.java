package app.resim.ui.customer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import app.resim.visit.CalendarFile;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * An appointment to be put into a calendar. Each download tells how it is now.
 */
final class VisitFile implements DownloadHandler {

	private final String reference;

	private final transient Supplier<CalendarFile> file;

	VisitFile(String reference, Supplier<CalendarFile> file) {
		this.reference = reference;
		this.file = file;
	}

	/** The link that saves it. */
	Anchor link(String text) {
		var link = new Anchor(this, text);
		link.setId("calendar");
		link.addClassName("link");
		link.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
		return link;
	}

	@Override
	public void handleDownloadRequest(DownloadEvent event) throws IOException {
		event.getResponse().setHeader("Cache-Control", "no-store");
		event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
		event.setContentType("text/calendar;charset=utf-8");
		event.setFileName(getUrlPostfix());
		event.getOutputStream().write(this.file.get().content().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String getUrlPostfix() {
		return "visit-" + this.reference + ".ics";
	}

}
