package app.resim.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import app.resim.catalogue.Catalogue;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the style sheet and the mark. The fingerprint in their address is for the
 * browser's memory only: an old address gives the present content.
 */
@Controller
class LookFiles {

	private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

	private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private final Look look;

	private final Catalogue catalogue;

	LookFiles(Look look, Catalogue catalogue) {
		this.look = look;
		this.catalogue = catalogue;
	}

	@GetMapping("/look/{fingerprint}/app.css")
	ResponseEntity<String> sheet() {
		return forGood(CSS, this.look.sheet(this.catalogue.front()));
	}

	@GetMapping("/look/{fingerprint}/staff.css")
	ResponseEntity<String> staffSheet() {
		return forGood(CSS, this.look.staffSheet());
	}

	@GetMapping("/look/{fingerprint}/mark.svg")
	ResponseEntity<String> mark() {
		return forGood(SVG, this.look.mark(this.catalogue.front()));
	}

	@GetMapping("/look/{fingerprint}/passkeys.js")
	ResponseEntity<String> passkeys() {
		return forGood(SCRIPT, this.look.passkeys());
	}

	@GetMapping("/look/{fingerprint}/staying.js")
	ResponseEntity<String> staying() {
		return forGood(SCRIPT, this.look.staying());
	}

	@GetMapping("/look/{fingerprint}/flow.js")
	ResponseEntity<String> flow() {
		return forGood(SCRIPT, this.look.flow());
	}

	private static ResponseEntity<String> forGood(MediaType type, String body) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(body);
	}

}
