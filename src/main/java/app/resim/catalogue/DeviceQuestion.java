package app.resim.catalogue;

import app.resim.kernel.Eid;
import app.resim.kernel.Imei;

/**
 * What is known about the phone that gets the new eSIM.
 */
public sealed interface DeviceQuestion {

	/**
	 * Chosen from the list.
	 *
	 * @param deviceId {@link Device#id}
	 */
	record Chosen(String deviceId) implements DeviceQuestion {
	}

	/**
	 * A name or model code, typed or hinted by the browser.
	 *
	 * @param text for example {@code iPhone XR} or {@code SM-S9280}
	 */
	record Named(String text) implements DeviceQuestion {
	}

	/**
	 * An EID shown by the phone: it outranks every list.
	 *
	 * @param eid the EID
	 */
	record WithEid(Eid eid) implements DeviceQuestion {
	}

	/**
	 * An IMEI, looked up in the operator's own table of type allocation codes.
	 *
	 * @param imei the IMEI
	 */
	record WithImei(Imei imei) implements DeviceQuestion {
	}

}
