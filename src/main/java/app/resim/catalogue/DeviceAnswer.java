package app.resim.catalogue;

import java.util.Optional;

/**
 * Whether a device takes an eSIM.
 *
 * @param verdict one of four
 * @param device the model, where one was recognised; where the version was recognised
 * too, its tray is that version's
 * @param exception which versions fail, as a key of the texts {@code device.exception.*};
 * always with {@link Verdict#SOME_VERSIONS} and {@link Verdict#NOT_COMPATIBLE}, with
 * {@link Verdict#COMPATIBLE} only where a version calls for a word of caution, with
 * {@link Verdict#UNKNOWN} only for watches and laptops
 * @param list the version of the list that answered, a date
 */
public record DeviceAnswer(Verdict verdict, Optional<Device> device, Optional<String> exception, String list) {

	/**
	 * The answer to whether the device takes a physical card instead.
	 * @return the same device, judged by its tray
	 */
	public DeviceAnswer forCard() {
		return new DeviceAnswer(this.device.map(found -> switch (found.tray()) {
			case YES -> Verdict.COMPATIBLE;
			case SOME -> Verdict.SOME_VERSIONS;
			case NO -> Verdict.NOT_COMPATIBLE;
		}).orElse(Verdict.UNKNOWN), this.device, Optional.empty(), this.list);
	}

	/** The four answers. */
	public enum Verdict {

		COMPATIBLE, SOME_VERSIONS, NOT_COMPATIBLE, UNKNOWN

	}

}
