package app.resim.ui.customer;

import java.util.Locale;

import app.resim.catalogue.Device;
import app.resim.kernel.Reading.Unreadable;
import app.resim.request.DeviceFacts;
import app.resim.ui.Page;
import app.resim.ui.TextQuestion;
import app.resim.ui.Words;

/**
 * How devices and their numbers are spoken of.
 */
final class DeviceWords {

	private final Words words;

	DeviceWords(Words words) {
		this.words = words;
	}

	/**
	 * A recognised model together with the words that told more than its name.
	 * @param device the model
	 * @param words what was typed or hinted, may be empty
	 * @return for example {@code Samsung Galaxy S24 Ultra (SM-S928U)}
	 */
	static String named(Device device, String words) {
		String name = device.fullName();
		if (words.startsWith(name)) {
			return words;
		}
		boolean saysNoMore = name.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
		return saysNoMore ? name : name + " (" + words + ")";
	}

	/**
	 * The question for the EID of the new phone.
	 * @param page on which it stands
	 * @param submitted what Enter does
	 * @return the question
	 */
	static TextQuestion eid(Page page, Runnable submitted) {
		return TextQuestion.labelledLongNumber(page.words(), "eid", page.text("customer.eid.question"), submitted)
			.hint(page.text("customer.eid.hint"));
	}

	/**
	 * The device of an answer.
	 * @param facts the answer
	 * @return its label, or what else is known of it
	 */
	String name(DeviceFacts facts) {
		if (!facts.label().isEmpty()) {
			return facts.label();
		}
		return facts.eid()
			.map(eid -> this.words.text("customer.device.eid-ending", eid.ending()))
			.orElseGet(() -> this.words.text("customer.device.unnamed"));
	}

	/**
	 * Why an EID could not be read.
	 * @param unreadable what is wrong
	 * @return one sentence that says how to put it right
	 */
	String eidFault(Unreadable<?> unreadable) {
		String key = switch (unreadable.fault()) {
			case EMPTY -> "empty";
			case NOT_DIGITS -> "not-digits";
			case LENGTH, IMEISV -> "length";
			case CHECK_DIGITS -> "check-digits";
		};
		return this.words.text("customer.eid." + key, unreadable.found());
	}

	/**
	 * Why an IMEI could not be read.
	 * @param unreadable what is wrong
	 * @return one sentence that says how to put it right
	 */
	String imeiFault(Unreadable<?> unreadable) {
		String key = switch (unreadable.fault()) {
			case EMPTY -> "empty";
			case NOT_DIGITS -> "not-digits";
			case LENGTH -> "length";
			case CHECK_DIGITS -> "check-digits";
			case IMEISV -> "imeisv";
		};
		return this.words.text("customer.imei." + key, unreadable.found());
	}

}
