package app.resim.request;

import app.resim.kernel.Eid;
import app.resim.provisioning.Download;
import app.resim.provisioning.InstallLinks;
import app.resim.provisioning.QrPicture;

/**
 * Turns a download into what the page shows.
 */
final class InstallCards {

	private InstallCards() {
	}

	static EsimAnswer.Shown card(Request request, Download download) {
		var links = InstallLinks.of(download.activationCode());
		return new EsimAnswer.Shown(request.line(), download.activationCode(), download.smdpAddress(),
				download.matchingId(), download.confirmationCode(), QrPicture.png(download.activationCode()),
				new EsimAnswer.Links(links.apple(), links.android(), links.lpa()),
				request.device().map(DeviceFacts::label).orElse(""), download.boundTo().map(Eid::ending),
				download.usableUntil());
	}

}
