package app.resim.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import jakarta.servlet.http.HttpServletRequest;

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
	ResponseEntity<String> sheet(HttpServletRequest request) {
		return forGood(CSS, this.look.sheet(dressed(request, this.look::sheetAddress)));
	}

	@GetMapping("/look/{fingerprint}/staff.css")
	ResponseEntity<String> staffSheet() {
		return forGood(CSS, this.look.staffSheet());
	}

	@GetMapping("/look/{fingerprint}/mark.svg")
	ResponseEntity<String> mark(HttpServletRequest request) {
		return forGood(SVG, this.look.mark(dressed(request, this.look::markAddress)));
	}

	@GetMapping("/look/{fingerprint}/passkeys.js")
	ResponseEntity<String> passkeys() {
		return forGood(SCRIPT, this.look.passkeys());
	}

	@GetMapping("/look/{fingerprint}/staying.js")
	ResponseEntity<String> staying() {
		return forGood(SCRIPT, this.look.staying());
	}

	@GetMapping("/look/{fingerprint}/distances.js")
	ResponseEntity<String> distances() {
		return forGood(SCRIPT, this.look.distances());
	}

	@GetMapping("/look/{fingerprint}/flow.js")
	ResponseEntity<String> flow() {
		return forGood(SCRIPT, this.look.flow());
	}

	/** The brand that an address belongs to. */
	private Brand dressed(HttpServletRequest request, Function<Brand, String> address) {
		String asked = PlainPaths.of(request);
		return this.catalogue.brands()
			.stream()
			.filter(brand -> address.apply(brand).equals(asked))
			.findFirst()
			.orElseGet(this.catalogue::front);
	}

	private static ResponseEntity<String> forGood(MediaType type, String body) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(body);
	}

}
