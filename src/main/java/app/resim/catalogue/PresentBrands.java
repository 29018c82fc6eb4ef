package app.resim.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.resim.kernel.BrandId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The brands that hold now, on this node. An edition whose day has come holds without
 * asking anybody; whether another node has agreed to something or dropped it is looked up
 * every few seconds, when somebody wants to know.
 */
@Component
class PresentBrands {

	static final String SHIPPED = "classpath:catalogue/brands.yaml,classpath:catalogue/examples/";

	private static final Duration LOOK = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(PresentBrands.class);

	private final EditionTable table;

	private final Clock clock;

	private volatile Known known;

	/**
	 * Takes over what the files say of brands that are new, and offers what they say
	 * otherwise of the others.
	 * @param named {@code resim.catalogue.brands}: files and folders with commas between
	 * them, else what is shipped
	 * @throws CatalogueFileBroken if anything in a file or an edition is wrong
	 */
	PresentBrands(@Value("${resim.catalogue.brands:" + SHIPPED + "}") String named, ResourcePatternResolver files,
			EditionTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
		takeOver(new BrandFiles(files).texts(named));
		this.known = look(Map.of());
	}

	private void takeOver(List<BrandText> texts) {
		Instant now = this.clock.instant();
		Map<BrandId, List<Edition>> before = byBrand(this.table.agreed());
		int place = before.values().stream().mapToInt(editions -> editions.getLast().place() + 1).max().orElse(0);
		for (BrandText text : texts) {
			BrandId id = new BrandId(text.value("id"));
			List<Edition> editions = before.get(id);
			if (editions == null) {
				this.table.addFirst(id, place++, text, now);
			}
			else if (!editions.getLast().text().equals(text.text())
					&& this.table.offer(editions.getLast(), text, now)) {
				log.info("The file says something else of brand {}: offered at /staff/catalogue, and not in force", id);
			}
		}
	}

	List<Brand> now() {
		Instant now = this.clock.instant();
		Known current = this.known;
		if (Duration.between(current.at(), now).abs().compareTo(LOOK) >= 0) {
			current = lookAround(current, now);
		}
		return current.at(now);
	}

	void lookAgain() {
		this.known = look(this.known.read());
	}

	private Known lookAround(Known before, Instant now) {
		Known next = before.seenAt(now);
		try {
			if (!this.table.mark().equals(before.mark())) {
				next = look(before.read());
			}
		}
		catch (DataAccessException | CatalogueFileBroken ex) {
			// what held until now goes on to hold
			log.warn("Editions of brands could not be looked at: {}",
					(ex instanceof CatalogueFileBroken) ? ex.getMessage() : ex.getClass().getName());
		}
		this.known = next;
		return next;
	}

	/** The mark is read first: what changes in between is looked for again. */
	private Known look(Map<UUID, Brand> before) {
		EditionTable.Mark mark = this.table.mark();
		List<Edition> agreed = this.table.agreed();
		Map<UUID, Brand> read = agreed.stream().collect(Collectors.toMap(Edition::id, edition -> {
			Brand known = before.get(edition.id());
			return (known != null) ? known : BrandFile.one(edition.text());
		}));
		return new Known(this.clock.instant(), mark, byBrand(agreed), read);
	}

	private static Map<BrandId, List<Edition>> byBrand(List<Edition> editions) {
		return editions.stream()
			.collect(Collectors.groupingBy(Edition::brand, LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * What this node knows.
	 *
	 * @param at when it looked
	 * @param mark what it saw
	 * @param editions of each brand that hold or will, in the order of brands
	 * @param read each as a brand
	 */
	private record Known(Instant at, EditionTable.Mark mark, Map<BrandId, List<Edition>> editions,
			Map<UUID, Brand> read) {

		List<Brand> at(Instant now) {
			return this.editions.values()
				.stream()
				.flatMap(list -> Editions.present(list, now).stream())
				.flatMap(edition -> Optional.ofNullable(this.read.get(edition.id())).stream())
				.toList();
		}

		Known seenAt(Instant now) {
			return new Known(now, this.mark, this.editions, this.read);
		}

	}

}
