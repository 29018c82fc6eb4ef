package app.resim.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the device list: a model, what is known about its versions, and who said
 * so.
 *
 * @param device the model
 * @param family for example {@code Galaxy S}
 * @param also other names, which may fit several models
 * @param esim what the name alone tells
 * @param exception which versions fail, as a key of the texts {@code device.exception.*}
 * @param versions what single versions tell
 * @param source where the facts come from
 * @param reviewed when they were last looked at
 * @param list the version of the list that holds this line
 */
record Listing(Device device, String family, List<String> also, Esim esim, Optional<String> exception,
		List<Version> versions, String source, LocalDate reviewed, String list) {

	Listing {
		also = List.copyOf(also);
		versions = List.copyOf(versions);
	}

	/**
	 * The answer for the name alone.
	 * @return the answer
	 */
	DeviceAnswer answer() {
		return answer(this.esim, this.device, this.exception);
	}

	/**
	 * The answer for one version.
	 * @param version one of this model's
	 * @return the answer
	 */
	DeviceAnswer answer(Version version) {
		if (version.esim().isEmpty()) {
			return answer();
		}
		Esim known = version.esim().get();
		return answer(known, this.device.with(tray(version)), why(version, known));
	}

	private Optional<String> why(Version version, Esim known) {
		Optional<String> special = version.exception();
		return switch (known) {
			case YES -> special;
			case SOME -> special.or(this::exception).or(() -> Optional.of(ExceptionKeys.CHECK_EID));
			case NO -> special.or(this::exception).or(() -> Optional.of(ExceptionKeys.NO_ESIM));
		};
	}

	/**
	 * The answer for the version sold in a country.
	 * @param place ISO 3166 country
	 * @return the answer, for the name alone where nothing is known about the place
	 */
	DeviceAnswer answerSoldIn(String place) {
		List<Version> sold = this.versions.stream().filter(version -> version.places().contains(place)).toList();
		boolean alike = sold.stream().map(Version::esim).distinct().count() == 1;
		return alike ? answer(sold.getFirst()) : answer();
	}

	private DeviceAnswer answer(Esim known, Device version, Optional<String> why) {
		return switch (this.device.kind()) {
			case PHONE, TABLET -> new DeviceAnswer(known.verdict(), Optional.of(version), why, this.list);
			case WATCH, LAPTOP ->
				new DeviceAnswer(DeviceAnswer.Verdict.UNKNOWN, Optional.of(this.device), this.exception, this.list);
		};
	}

	private Device.Tray tray(Version version) {
		if (version.esimOnly()) {
			return Device.Tray.NO;
		}
		// where some versions have no tray, those are marked
		return (this.device.tray() == Device.Tray.SOME) ? Device.Tray.YES : this.device.tray();
	}

	Listing with(Esim otherEsim, Optional<String> otherException, String otherList) {
		List<Version> left = (otherEsim == Esim.NO) ? this.versions.stream().map(Version::onlyRecognised).toList()
				: this.versions;
		return new Listing(this.device, this.family, this.also, otherEsim, otherException, left, this.source,
				this.reviewed, otherList);
	}

	Listing with(Device.Tray otherTray) {
		return new Listing(this.device.with(otherTray), this.family, this.also, this.esim, this.exception,
				this.versions, this.source, this.reviewed, this.list);
	}

	Listing with(Version version, String otherList) {
		var others = new ArrayList<Version>(without(version).versions());
		others.addFirst(version);
		return with(others, otherList);
	}

	Listing without(Version version) {
		return with(this.versions.stream()
			.filter(old -> !old.hasCode() || !old.bareCode().equals(version.bareCode()))
			.toList(), this.list);
	}

	private Listing with(List<Version> otherVersions, String otherList) {
		return new Listing(this.device.with(codes(otherVersions)), this.family, this.also, this.esim, this.exception,
				otherVersions, this.source, this.reviewed, otherList);
	}

	static List<String> codes(List<Version> versions) {
		return versions.stream().filter(Version::hasCode).map(Version::code).toList();
	}

}
