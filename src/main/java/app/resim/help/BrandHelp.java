package app.resim.help;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.kernel.BrandId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * What a brand says about its network today, and the code that tells a phone its own
 * number. A disturbance waits for no restart: the file is read again when it has changed.
 */
@Service
public class BrandHelp {

	private static final Logger log = LoggerFactory.getLogger(BrandHelp.class);

	private static final ObjectMapper YAML = YAMLMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Resource file;

	private final Clock clock;

	private volatile Said said;

	/**
	 * Reads the file.
	 * @param file {@code resim.help.file}, else what is shipped
	 * @param clock tells what holds now
	 * @throws IllegalStateException with the line and the reason, if anything in the file
	 * is wrong
	 */
	BrandHelp(@Value("${resim.help.file:classpath:help/brands.yaml}") Resource file, Clock clock) {
		this.file = file;
		this.clock = clock;
		this.said = read(changed());
	}

	/**
	 * What a brand says about its network now.
	 * @param brand whose
	 * @return in the order written, empty if nothing is disturbed
	 */
	public List<Disturbance> disturbances(BrandId brand) {
		Instant now = this.clock.instant();
		return of(brand).notices().stream().filter(notice -> notice.holds(now)).toList();
	}

	/**
	 * What to dial to see one's own number.
	 * @param brand whose
	 * @return for example {@code *100#}, or empty if there is no such code
	 */
	public Optional<String> ownNumber(BrandId brand) {
		return Optional.ofNullable(of(brand).ownNumber());
	}

	private OfBrand of(BrandId brand) {
		return current().brands().getOrDefault(brand.brand(), OfBrand.NOTHING);
	}

	private Said current() {
		long changed = changed();
		if (changed != this.said.changed()) {
			try {
				this.said = read(changed);
			}
			catch (IllegalStateException ex) {
				log.warn("{} What was said before is said on", ex.getMessage());
				this.said = new Said(changed, this.said.brands());
			}
		}
		return this.said;
	}

	/** A file that is being exchanged is the old one for a moment longer. */
	private long changed() {
		try {
			return this.file.isFile() ? this.file.lastModified() : 0;
		}
		catch (IOException ex) {
			return (this.said != null) ? this.said.changed() : 0;
		}
	}

	private Said read(long changed) {
		try (InputStream in = this.file.getInputStream()) {
			return new Said(changed, YAML.readValue(in, Brands.class).brands());
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 0;
			throw new IllegalStateException("%s, line %d: %s.".formatted(name(), line, ex.getOriginalMessage()));
		}
		catch (IOException ex) {
			throw new IllegalStateException("%s cannot be read.".formatted(name()));
		}
	}

	private String name() {
		return "resim.help.file (" + this.file.getDescription() + ")";
	}

	/**
	 * What a file says.
	 *
	 * @param changed when it was written
	 * @param brands by their keys
	 */
	private record Said(long changed, Map<String, OfBrand> brands) {
	}

	/**
	 * The file.
	 *
	 * @param brands by their keys
	 */
	record Brands(@Nullable Map<String, OfBrand> brands) {

		Brands {
			brands = (brands != null) ? Map.copyOf(brands) : Map.of();
		}

		@Override
		public Map<String, OfBrand> brands() {
			return (this.brands != null) ? this.brands : Map.of();
		}

	}

	/**
	 * What it says of one brand.
	 *
	 * @param ownNumber what to dial
	 * @param notices about the network
	 */
	record OfBrand(@Nullable String ownNumber, @Nullable List<Disturbance> notices) {

		static final OfBrand NOTHING = new OfBrand(null, List.of());

		OfBrand {
			if (ownNumber != null && !ownNumber.matches("[*#0-9]{2,20}")) {
				throw new IllegalArgumentException("ownNumber is a code such as *100#");
			}
		}

		@Override
		public List<Disturbance> notices() {
			return (this.notices != null) ? this.notices : List.of();
		}

	}

}
