package app.resim.request;

import java.util.Optional;

import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.identity.Acceptance;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers every question of a request as Sam of the demonstration does.
 */
final class Answered {

	static final SubscriberId SAM = new SubscriberId("demo-1001");

	static final Msisdn LINE = new Msisdn("+85255500142");

	static final Eid EID = new Eid("89049032123451234512345678901235");

	private final Requests requests;

	private final Devices devices;

	Answered(Requests requests, Devices devices) {
		this.requests = requests;
		this.devices = devices;
	}

	RequestReference request(Reason reason) {
		RequestReference reference = this.requests.start(SAM, LINE).orElseThrow().reference();
		device(reference);
		this.requests.chooseDocument(reference, SAM, DocumentKind.HKID);
		this.requests.noteNumber(reference, SAM, DocumentKind.HKID, "A123456(3)");
		upload(reference, Side.FRONT, SpecimenPictures.idCard());
		upload(reference, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(reference, SAM, reason, false);
		return reference;
	}

	void device(RequestReference reference) {
		this.requests.answerDevice(reference, SAM, this.devices.check(new DeviceQuestion.WithEid(EID)), "iPhone 15",
				DeviceFacts.Source.EID, Optional.of(EID));
	}

	void upload(RequestReference reference, Side side, byte[] picture) {
		assertThat(PicturesOfARequest.add(this.requests, reference, SAM, side, picture))
			.isInstanceOf(Acceptance.Accepted.class);
	}

}
