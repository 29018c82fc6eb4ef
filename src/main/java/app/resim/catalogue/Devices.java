package app.resim.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * The device list: shipped, and overridden by the operator's own.
 */
@Service
public class Devices {

	/**
	 * Answers whether the device takes an eSIM. An unknown name is remembered for the
	 * operator, without anything about the person.
	 * @param question what is known about it
	 * @return the answer
	 */
	public DeviceAnswer check(DeviceQuestion question) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Models whose maker, name or code contains all the words typed, best first.
	 * @param typed as typed; empty gives the whole list
	 * @return the models
	 */
	public List<Device> matching(String typed) {
		throw new UnsupportedOperationException();
	}

	public Optional<Device> find(String deviceId) {
		throw new UnsupportedOperationException();
	}

}
