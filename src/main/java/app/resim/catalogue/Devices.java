package app.resim.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * The device list: shipped, and overridden by the operator's own.
 */
@Service
public class Devices {

	private final DeviceList list;

	private final UnknownNames unknown;

	Devices(DeviceList list, UnknownNames unknown) {
		this.list = list;
		this.unknown = unknown;
	}

	/**
	 * Answers whether the device takes an eSIM. An unknown name is remembered for the
	 * operator, without anything about the person. Watches and laptops are recognised but
	 * not answered.
	 * @param question what is known about it
	 * @return the answer
	 */
	public DeviceAnswer check(DeviceQuestion question) {
		return switch (question) {
			case DeviceQuestion.Chosen chosen -> this.list.find(chosen.deviceId())
				.map(Listing::answer)
				.orElseGet(() -> plain(DeviceAnswer.Verdict.UNKNOWN));
			case DeviceQuestion.Named named -> this.list.named(named.text()).orElseGet(() -> unknown(named.text()));
			case DeviceQuestion.WithEid eid -> plain(DeviceAnswer.Verdict.COMPATIBLE);
			case DeviceQuestion.WithImei imei ->
				this.list.ofTac(imei.imei().tac()).orElseGet(() -> plain(DeviceAnswer.Verdict.UNKNOWN));
		};
	}

	private DeviceAnswer unknown(String text) {
		this.unknown.count(text, this.list::speaks);
		return plain(DeviceAnswer.Verdict.UNKNOWN);
	}

	private DeviceAnswer plain(DeviceAnswer.Verdict verdict) {
		return new DeviceAnswer(verdict, Optional.empty(), Optional.empty(), this.list.version());
	}

	/**
	 * Models whose maker, name or code contains all the words typed, best first.
	 * @param typed as typed; empty gives the whole list
	 * @return the models
	 */
	public List<Device> matching(String typed) {
		return this.list.matching(typed);
	}

	/**
	 * A model by key.
	 * @param deviceId {@link Device#id}
	 * @return the model, or empty if the list does not hold it
	 */
	public Optional<Device> find(String deviceId) {
		return this.list.find(deviceId).map(Listing::device);
	}

	/**
	 * Names that customers typed and the list did not know, so that the operator can let
	 * it grow.
	 * @return at most 200, the most asked for first
	 */
	public List<UnknownName> unknownNames() {
		return this.unknown.mostAsked();
	}

}
