package app.resim.ui.backoffice;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.identity.Documents;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Streams one picture to the page that shows it. The address lives as long as the picture
 * stands on that page, in that session; each request is asked for anew, so each one is
 * audited and none outlives the claim.
 */
final class PictureStream implements DownloadHandler {

	private final transient Supplier<Optional<byte[]>> picture;

	PictureStream(Supplier<Optional<byte[]>> picture) {
		this.picture = picture;
	}

	@Override
	public void handleDownloadRequest(DownloadEvent event) throws IOException {
		VaadinResponse response = event.getResponse();
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'");
		response.setHeader("Content-Disposition", "inline");
		try {
			write(bytes(), response);
		}
		catch (IOException ex) {
			// whoever leaves a case while its pictures load is no fault
			if (!DisconnectedClientHelper.isClientDisconnectedException(ex)) {
				throw ex;
			}
		}
		catch (Documents.OutOfReach ex) {
			// the page says it in words
			response.setStatus(HttpStatusCode.SERVICE_UNAVAILABLE.getCode());
		}
	}

	private static void write(Optional<byte[]> bytes, VaadinResponse response) throws IOException {
		if (bytes.isEmpty()) {
			response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
			return;
		}
		response.setContentType("image/jpeg");
		response.getOutputStream().write(bytes.get());
	}

	private Optional<byte[]> bytes() {
		try {
			return this.picture.get();
		}
		catch (Documents.NoSuchPicture ex) {
			// forgotten by its clock while the page was open
			return Optional.empty();
		}
	}

	@Override
	public String getUrlPostfix() {
		return "picture.jpg";
	}

}
