package app.resim.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import app.resim.catalogue.Brand;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The style sheet and the mark in the brand's colour. Their address changes with their
 * content, so browsers keep them for good and load them once for plain and Flow pages.
 */
@Component
class Look {

	static final String PATHS = "/look/**";

	private static final String DEFAULT_HUE = "--brand-hue: 212;";

	private final String sheet = read("META-INF/resources/app.css");

	private final String passkeys = read("META-INF/resources/passkeys.js");

	private final String staying = read("META-INF/resources/staying.js");

	private final String distances = read("META-INF/resources/distances.js");

	private final String flow = FlowFunctions.script();

	private final String staffSheet = read("META-INF/resources/staff.css");

	String sheetAddress(Brand brand) {
		return "/look/" + fingerprint(sheet(brand)) + "/app.css";
	}

	/** Beside {@link #sheetAddress}, on the pages of the staff only. */
	String staffSheetAddress() {
		return "/look/" + fingerprint(this.staffSheet) + "/staff.css";
	}

	String markAddress(Brand brand) {
		return "/look/" + fingerprint(mark(brand)) + "/mark.svg";
	}

	/** It speaks to the browser's keeper of passkeys. */
	String passkeysAddress() {
		return "/look/" + fingerprint(this.passkeys) + "/passkeys.js";
	}

	/** What every Flow page runs before its other scripts. */
	String flowAddress() {
		return "/look/" + fingerprint(this.flow) + "/flow.js";
	}

	String flow() {
		return this.flow;
	}

	String passkeys() {
		return this.passkeys;
	}

	/** Warns on Flow pages before a session ends. */
	String stayingAddress() {
		return "/look/" + fingerprint(this.staying) + "/staying.js";
	}

	String staying() {
		return this.staying;
	}

	/** Tells how far places are, after a press of a button. */
	String distancesAddress() {
		return "/look/" + fingerprint(this.distances) + "/distances.js";
	}

	String distances() {
		return this.distances;
	}

	String sheet(Brand brand) {
		return this.sheet.replace(DEFAULT_HUE, "--brand-hue: " + brand.hue() + ";");
	}

	String staffSheet() {
		return this.staffSheet;
	}

	String mark(Brand brand) {
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><style>rect{fill:oklch(.43 .085 %1$d)}\
				path{stroke:#fff}@media(prefers-color-scheme:dark){rect{fill:oklch(.82 .085 %1$d)}path{stroke:oklch(.2 .03 %1$d)}}</style>\
				<rect width="34" height="34" rx="10"/><path d="%2$s" fill="none" stroke-width="2.600" stroke-linecap="round"/></svg>"""
			.formatted(brand.hue(), Frame.WAVES);
	}

	private static String fingerprint(String content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(String path) {
		try {
			return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
