package app.resim.provisioning.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The SIMs of the demo's people: every {@code lines} entry of {@code demo/people.yaml}
 * that has a {@code number} and an {@code iccid}, wherever it stands in the file.
 */
final class DemoLines {

	private static final String FILE = "/demo/people.yaml";

	private DemoLines() {
	}

	static Map<Msisdn, Iccid> read() {
		try (InputStream file = DemoLines.class.getResourceAsStream(FILE)) {
			return (file != null) ? read(file) : Map.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Map<Msisdn, Iccid> read(InputStream yaml) {
		var lines = new HashMap<Msisdn, Iccid>();
		for (JsonNode list : new YAMLMapper().readTree(yaml).findValues("lines")) {
			for (JsonNode line : list) {
				String number = line.path("number").asString("").replaceAll("[^+0-9]", "");
				String iccid = line.path("iccid").asString("").replaceAll("[^0-9Ff]", "").toUpperCase(Locale.ROOT);
				if (!number.isEmpty() && !iccid.isEmpty()) {
					lines.put(new Msisdn(number), Iccid.of(iccid));
				}
			}
		}
		return Map.copyOf(lines);
	}

}
