package app.resim.catalogue;

import java.util.Optional;

/**
 * Whether a device takes an eSIM.
 *
 * @param verdict one of four
 * @param device the model, where one was recognised
 * @param exception which versions fail, as a key of the texts {@code device.exception.*};
 * only with {@link Verdict#SOME_VERSIONS} and {@link Verdict#NOT_COMPATIBLE}
 * @param list the version of the list that answered, a date
 */
public record DeviceAnswer(Verdict verdict, Optional<Device> device, Optional<String> exception, String list) {

	/** The four answers. */
	public enum Verdict {

		COMPATIBLE, SOME_VERSIONS, NOT_COMPATIBLE, UNKNOWN

	}

}
