package app.resim.ui;

import app.resim.catalogue.Brand;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes Flow's pages ours: their language, style sheet and mark, the words where no
 * script runs, and what is said when the connection or the session is lost.
 */
@Component
class ShellStart implements VaadinServiceInitListener {

	private final Wording wording;

	private final LanguageChoice languages;

	private final BrandChoice brands;

	private final Look look;

	private final SessionWarning warning;

	private final PageHeaders headers;

	ShellStart(Wording wording, LanguageChoice languages, BrandChoice brands, Look look, SessionWarning warning,
			PageHeaders headers) {
		this.warning = warning;
		this.headers = headers;
		this.wording = wording;
		this.languages = languages;
		this.brands = brands;
		this.look = look;
	}

	@Override
	public void serviceInit(ServiceInitEvent event) {
		event.addIndexHtmlRequestListener(this::dress);
		if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
			event.addIndexHtmlRequestListener(this::nameScripts);
		}
		else {
			this.headers.allowDevelopment();
		}
		event.getSource()
			.addUIInitListener(start -> start.getUI().setLocale(language(VaadinRequest.getCurrent()).locale()));
		event.getSource().setSystemMessagesProvider(this::messages);
	}

	private void dress(IndexHtmlResponse response) {
		this.warning.dress(response);
		Language language = language(response.getVaadinRequest());
		Brand brand = this.brands.of(http(response.getVaadinRequest()));
		var document = response.getDocument();
		document.getElementsByTag("html")
			.attr("lang", language.tag())
			.attr("data-online", this.wording.text(language, "shell.lost.online"))
			.attr("data-offline", this.wording.text(language, "shell.lost.connection.over"))
			.attr("data-reconnecting", this.wording.text(language, "shell.lost.connection"));
		Element head = document.head();
		head.appendElement("link").attr("rel", "stylesheet").attr("href", this.look.sheetAddress(brand));
		if (forStaff(response.getVaadinRequest())) {
			head.appendElement("link").attr("rel", "stylesheet").attr("href", this.look.staffSheetAddress());
		}
		head.appendElement("link").attr("rel", "icon").attr("href", this.look.markAddress(brand));
		if (head.getElementsByTag("title").isEmpty()) {
			head.appendElement("title").text(brand.name());
		}
		document.body()
			.prependElement("noscript")
			.appendElement("p")
			.addClass("wrap")
			.text(this.wording.text(language, "shell.no-script", PhoneNumbers.spaced(brand.hotline())));
	}

	/** After all others: what bears no name does not run. */
	private void nameScripts(IndexHtmlResponse response) {
		if (!(response.getVaadinRequest() instanceof VaadinServletRequest servlet)) {
			return;
		}
		String nonce = PageHeaders.nonce(servlet.getHttpServletRequest());
		Element head = response.getDocument().head();
		head.prependElement("script").attr("src", this.look.flowAddress());
		// read by the bundle, which preloads its parts
		head.prependElement("meta").attr("property", "csp-nonce").attr("nonce", nonce);
		response.getDocument().select("script, link[rel=modulepreload], link[rel=preload]").attr("nonce", nonce);
	}

	/** Between the customers' pages and the staff's every way leads over a plain page. */
	private static boolean forStaff(VaadinRequest request) {
		String path = request.getPathInfo();
		return path != null && (path.equals("/staff") || path.startsWith("/staff/"));
	}

	private Language language(VaadinRequest request) {
		HttpServletRequest http = http(request);
		return (http != null) ? this.languages.of(http) : Language.ENGLISH;
	}

	private static @Nullable HttpServletRequest http(VaadinRequest request) {
		return (request instanceof VaadinServletRequest servlet) ? servlet.getHttpServletRequest() : null;
	}

	private SystemMessages messages(SystemMessagesInfo info) {
		Language language = Language.nearest(info.getLocale());
		var messages = new CustomizedSystemMessages();
		// without a notice the page is loaded again: sign-in, and then back here
		messages.setSessionExpiredNotificationEnabled(false);
		messages.setInternalErrorCaption(this.wording.text(language, "shell.lost.fault"));
		messages.setInternalErrorMessage(this.wording.text(language, "shell.lost.fault.text"));
		messages.setCookiesDisabledCaption(this.wording.text(language, "shell.lost.cookies"));
		messages.setCookiesDisabledMessage(this.wording.text(language, "shell.lost.cookies.text"));
		return messages;
	}

}
