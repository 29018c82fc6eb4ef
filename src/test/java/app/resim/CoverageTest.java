package app.resim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.resim.catalogue.Brand;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/coverage.md, held against the running portal: each requirement once, each with a
 * place that really exists, a reason why it is different, or a word on what is open.
 */
@WholeResim
class CoverageTest {

	/** Only ever goes down. */
	private static final int OPEN = 10;

	private static final int ROWS = 92;

	private static final Pattern ROW = Pattern.compile("\\| (A-[0-9]{2}) \\| ([^|]+) \\| ([^|]+) \\|");

	private static final Pattern PLACE = Pattern.compile("`([^`]+)`");

	/** A sentence, and no excuse of two words. */
	private static final int SHORTEST_REASON = 40;

	private static final Pattern QUESTION = Pattern.compile("/help/([a-z-]+)");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ServletContext servlets;

	@Autowired
	private Environment settings;

	/**
	 * A requirement.
	 *
	 * @param id its number
	 * @param asked in few words
	 * @param where the last column
	 */
	private record Row(String id, String asked, String where) {

		List<String> places() {
			return PLACE.matcher(this.where).results().map(found -> found.group(1)).toList();
		}

		boolean open() {
			return this.where.startsWith("open: ");
		}

		boolean different() {
			return this.where.startsWith("different: ");
		}

	}

	private static List<Row> rows() throws IOException {
		return ROW.matcher(Files.readString(Path.of("docs/coverage.md"))).results().map(CoverageTest::row).toList();
	}

	private static Row row(MatchResult found) {
		return new Row(found.group(1), found.group(2).strip(), found.group(3).strip());
	}

	@Test
	void everyRequirementIsThereOnce() throws IOException {
		assertThat(rows()).extracting(Row::id)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj("A-%02d"::formatted).toList());
		assertThat(rows()).allSatisfy(row -> assertThat(row.asked()).as(row.id()).isNotBlank());
	}

	@Test
	void everyPlaceExists() throws IOException {
		Set<String> routes = routes();
		assertThat(rows()).filteredOn(row -> !row.open())
			.allSatisfy(row -> assertThat(row.places()).as(row.id())
				.allSatisfy(place -> assertThat(exists(place, routes)).as(row.id() + " " + place).isTrue()));
	}

	@Test
	void whatIsNeitherDifferentNorOpenHasAPlace() throws IOException {
		assertThat(rows()).filteredOn(row -> !row.open() && !row.different())
			.allSatisfy(row -> assertThat(row.places()).as(row.id()).isNotEmpty());
		assertThat(rows()).filteredOn(Row::different)
			.allSatisfy(row -> assertThat(row.where()).as(row.id()).hasSizeGreaterThan(SHORTEST_REASON));
	}

	/** What is missing is said on every run. */
	@Test
	void whatIsOpenOnlyBecomesLess() throws IOException {
		List<Row> open = rows().stream().filter(Row::open).toList();
		open.forEach(row -> System.out.println(row.id() + " " + row.asked() + ": " + row.where()));
		assertThat(open).hasSizeLessThanOrEqualTo(OPEN);
	}

	private boolean exists(String place, Set<String> routes) {
		if (place.startsWith("/")) {
			return isRoute(place, routes);
		}
		if (place.startsWith("brand: ")) {
			return isField(place.substring("brand: ".length()));
		}
		return place.startsWith("resim.") ? isSetting(place) : Files.exists(Path.of(place));
	}

	/** A question of the help pages is a route only if it is asked. */
	private static boolean isRoute(String place, Set<String> routes) {
		boolean question = QUESTION.matcher(place).matches() && !routes.contains(place);
		return question ? isQuestion(place.substring("/help/".length()))
				: routes.contains(place) || routes.stream().anyMatch(route -> new AntPathMatcher().match(route, place));
	}

	private static boolean isQuestion(String id) {
		try (Stream<String> texts = Files.lines(Path.of("src/main/resources/texts/help_en.properties"))) {
			return texts.anyMatch(line -> line.startsWith("help." + id + ".words = "));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** A path of components of the brand. */
	private static boolean isField(String path) {
		Class<?> type = Brand.class;
		for (String name : path.split("\\.")) {
			Class<?> holder = type;
			if (!holder.isRecord()) {
				return false;
			}
			Class<?> next = Arrays.stream(holder.getRecordComponents())
				.filter(component -> component.getName().equals(name))
				.map(component -> (Class<?>) component.getType())
				.findFirst()
				.orElse(null);
			if (next == null) {
				return false;
			}
			type = next;
		}
		return true;
	}

	/** Set in this portal, or read by its sources. */
	private boolean isSetting(String name) {
		return this.settings.containsProperty(name)
				|| sources().stream().anyMatch(source -> source.contains("${" + name));
	}

	private static List<String> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter(file -> file.toString().endsWith(".java")).map(CoverageTest::text).toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private Set<String> routes() {
		Stream<String> views = ApplicationRouteRegistry.getInstance(new VaadinServletContext(this.servlets))
			.getRegisteredRoutes()
			.stream()
			.map(view -> "/" + view.getTemplate());
		Stream<String> pages = this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.stream()
			.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(info -> info.getPatternValues().stream());
		return Stream.concat(views, pages).collect(Collectors.toCollection(TreeSet::new));
	}

}
