package app.resim.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.Resource;

/**
 * Reads brands from YAML. Every field is required and none is guessed; what is wrong is
 * named by line and field.
 */
final class BrandFile {

	private static final ObjectMapper YAML = YAMLMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.annotationIntrospector(new RequiredFields())
		.addModule(words())
		.build();

	private BrandFile() {
	}

	/**
	 * Reads all brands of a file.
	 * @param file the YAML
	 * @return at least one brand, each with its own key
	 * @throws CatalogueFileBroken if anything in it is wrong
	 */
	static List<Brand> read(Resource file) {
		List<Brand> brands = parse(file).brands();
		var ids = new HashSet<BrandId>();
		for (Brand brand : brands) {
			if (!ids.add(brand.id())) {
				throw new CatalogueFileBroken(name(file), "field brands", "two brands have the id " + brand.id());
			}
		}
		return brands;
	}

	/**
	 * Reads one brand that stands in no list.
	 * @param text its YAML
	 * @return the brand
	 * @throws CatalogueFileBroken if anything in it is wrong
	 */
	static Brand one(String text) {
		try {
			return YAML.readValue(text, Brand.class);
		}
		catch (JacksonException ex) {
			throw new CatalogueFileBroken("the text", place(ex), problem(ex));
		}
	}

	/**
	 * The same brands as text, in the same order.
	 * @param file the YAML, which can be read
	 * @return one text for each brand
	 */
	static List<BrandText> texts(Resource file) {
		try (InputStream in = file.getInputStream()) {
			return YAML.readTree(in).path("brands").valueStream().map(BrandText::of).toList();
		}
		catch (IOException ex) {
			throw new CatalogueFileBroken(name(file), "the whole file", "it cannot be read");
		}
	}

	private static Brands parse(Resource file) {
		try (InputStream in = file.getInputStream()) {
			return YAML.readValue(in, Brands.class);
		}
		catch (JacksonException ex) {
			throw new CatalogueFileBroken(name(file), place(ex), problem(ex));
		}
		catch (IOException ex) {
			throw new CatalogueFileBroken(name(file), "the whole file", "it cannot be read");
		}
	}

	private static String name(Resource file) {
		return file.getDescription();
	}

	private static String place(JacksonException ex) {
		String line = (ex.getLocation() != null && ex.getLocation().getLineNr() > 0)
				? "line " + ex.getLocation().getLineNr() : "";
		String field = ex.getPath()
			.stream()
			.map(step -> (step.getPropertyName() != null) ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
			.collect(Collectors.joining())
			.replaceFirst("^\\.", "");
		if (field.isEmpty()) {
			return line.isEmpty() ? "the whole file" : line;
		}
		return (line.isEmpty() ? "" : line + ", ") + "field " + field;
	}

	private static String problem(JacksonException ex) {
		String problem = (ex.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null)
				? cause.getMessage() : ex.getOriginalMessage();
		return problem.lines()
			.findFirst()
			.orElse("it cannot be read")
			.replaceFirst("^Missing required creator property '(\\w+)'.*", "$1 is missing")
			.replaceFirst("^Null value for creator property '(\\w+)'.*", "$1 is empty")
			.replaceAll("[.\\s]+$", "");
	}

	private static SimpleModule words() {
		return new SimpleModule().addDeserializer(BrandId.class, new Word<>(BrandId::new))
			.addDeserializer(Money.class, new Word<>(Amounts::read))
			.addDeserializer(Locale.class, new Word<>(BrandFile::language))
			// a bare number would be taken for days or seconds
			.addDeserializer(LocalDate.class, new Word<>(LocalDate::parse))
			.addDeserializer(Duration.class, new Word<>(Duration::parse));
	}

	private static Locale language(String tag) {
		return new Locale.Builder().setLanguageTag(tag).build();
	}

	/** The root of the file. */
	private record Brands(List<Brand> brands) {

		private Brands {
			Rule.check(!brands.isEmpty(), "at least one brand is needed");
			brands = List.copyOf(brands);
		}

	}

}
