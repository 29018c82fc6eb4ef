package app.resim.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.ObjectMapper;

/**
 * The frame that stands over the camera's picture, in the shape of what is photographed.
 */
public enum Viewfinder {

	/** A card of the common size (ID-1). */
	CARD("capture.tile.document"),
	/** The data page of a passport. */
	PAGE("capture.tile.document"),
	/** Two open pages, one above the other. */
	SPREAD("capture.tile.document"),
	/** An oval for a face, before the front camera. */
	FACE("capture.tile.face");

	/** What the script says, each a text {@code capture.*}. */
	private static final List<String> SAID = List.of("camera", "checks", "asking", "shoot", "use", "retake", "turn",
			"off", "byself", "preview", "taken", "paused", "lost", "refused", "none", "busy", "point.placed",
			"point.light", "point.sharp", "point.glare", "advice.dark", "advice.place", "advice.closer", "advice.face",
			"advice.glare", "advice.still", "advice.blurred", "advice.good", "advice.press");

	private final String hint;

	Viewfinder(String hint) {
		this.hint = hint;
	}

	String hint() {
		return this.hint;
	}

	/** Everything that the script may have to say, as JSON. */
	String words(Words words) {
		Map<String, String> said = new LinkedHashMap<>();
		SAID.forEach(key -> said.put(key, words.text("capture." + key)));
		return new ObjectMapper().writeValueAsString(said);
	}

}
