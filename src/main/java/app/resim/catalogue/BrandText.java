package app.resim.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * One brand as YAML, written the same way whoever wrote it: without comments, each field
 * in the order in which it was laid down.
 *
 * @param text the YAML
 */
record BrandText(String text) {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
		.build();

	static BrandText of(JsonNode brand) {
		return new BrandText(YAML.writeValueAsString(brand));
	}

	/**
	 * Writes a text as all are written.
	 * @return the same brand
	 * @throws JacksonException if it is no YAML
	 */
	BrandText plain() {
		return of(tree());
	}

	/**
	 * The brand with other values.
	 * @param values by the names of their fields, for example {@code fees.later}; an
	 * empty one takes the field away
	 * @return the brand, which may make no sense any more
	 */
	BrandText with(Map<String, String> values) {
		JsonNode tree = tree();
		values.forEach((field, value) -> {
			int dot = field.lastIndexOf('.');
			JsonNode group = (dot < 0) ? tree : tree.at("/" + field.substring(0, dot).replace('.', '/'));
			if (group instanceof ObjectNode fields) {
				String name = field.substring(dot + 1);
				if (value.isBlank()) {
					fields.remove(name);
				}
				else {
					fields.put(name, value.strip());
				}
			}
		});
		return of(tree);
	}

	/**
	 * The value of one field.
	 * @param field its name
	 * @return the value, empty if it says nothing
	 */
	String value(String field) {
		return tree().at("/" + field.replace('.', '/')).asString("");
	}

	/**
	 * What another text says otherwise.
	 * @param later the other one
	 * @return field by field, in alphabetical order
	 */
	List<Difference> differences(BrandText later) {
		Map<String, String> before = fields();
		Map<String, String> after = later.fields();
		var names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		return names.stream()
			.filter(name -> !Objects.equals(before.get(name), after.get(name)))
			.map(name -> new Difference(name, Optional.ofNullable(before.get(name)),
					Optional.ofNullable(after.get(name))))
			.toList();
	}

	String fingerprint() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode tree() {
		return YAML.readTree(this.text);
	}

	private Map<String, String> fields() {
		var fields = new LinkedHashMap<String, String>();
		collect("", tree(), fields);
		return fields;
	}

	private static void collect(String path, JsonNode node, Map<String, String> fields) {
		if (node.isObject()) {
			node.properties().forEach(field -> collect(below(path, field.getKey()), field.getValue(), fields));
		}
		else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
			List<JsonNode> parts = new ArrayList<>(node.valueStream().toList());
			for (int i = 0; i < parts.size(); i++) {
				collect(path + "[" + (i + 1) + "]", parts.get(i), fields);
			}
		}
		else {
			fields.put(path, said(node));
		}
	}

	private static String said(JsonNode node) {
		return node.isArray() ? StreamSupport.stream(node.spliterator(), false)
			.map(JsonNode::asString)
			.collect(Collectors.joining(", ")) : node.asString();
	}

	private static String below(String path, String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

}
