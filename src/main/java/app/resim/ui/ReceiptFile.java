package app.resim.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * A receipt to be saved. Each request draws it up anew.
 */
public final class ReceiptFile implements DownloadHandler {

	private final String reference;

	private final transient Supplier<Optional<byte[]>> receipt;

	/**
	 * A receipt.
	 * @param reference of which request
	 * @param receipt the file, empty where there is none any more
	 */
	public ReceiptFile(String reference, Supplier<Optional<byte[]>> receipt) {
		this.reference = reference;
		this.receipt = receipt;
	}

	/**
	 * The link that saves it.
	 * @param text what it says
	 * @return with the id {@code receipt}
	 */
	public Anchor link(String text) {
		var link = new Anchor(this, text);
		link.setId("receipt");
		link.addClassName("link");
		link.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
		return link;
	}

	@Override
	public void handleDownloadRequest(DownloadEvent event) throws IOException {
		VaadinResponse response = event.getResponse();
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		Optional<byte[]> file = this.receipt.get();
		if (file.isEmpty()) {
			response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
			return;
		}
		response.setContentType("text/plain;charset=utf-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"" + getUrlPostfix() + "\"");
		response.getOutputStream().write(file.get());
	}

	@Override
	public String getUrlPostfix() {
		return "receipt-" + this.reference + ".txt";
	}

}
