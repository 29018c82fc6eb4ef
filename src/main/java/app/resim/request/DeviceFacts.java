package app.resim.request;

import java.util.Optional;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.kernel.Eid;

/**
 * The answer about the new device, as it is kept.
 *
 * @param deviceId key in the device list, where recognised
 * @param label as a person would name it; empty where only an EID or IMEI is known
 * @param verdict whether it takes an eSIM
 * @param exception which versions fail, as a key of {@code device.exception.*}
 * @param source by which input the answer was reached
 * @param eid the EID, where given: the profile is then bound to it
 */
public record DeviceFacts(Optional<String> deviceId, String label, Verdict verdict, Optional<String> exception,
		Source source, Optional<Eid> eid) {

	/** By which input the answer was reached. */
	public enum Source {

		LIST, NAME, HINT, EID, IMEI

	}

}
