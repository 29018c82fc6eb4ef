package app.resim.provisioning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.IccidSupply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;

/**
 * A pool in a text file: one ICCID a line, optionally a comma and the profile type. The
 * file is read again whenever the stock runs dry, so lines may be added at any time. A
 * line that is no ICCID is skipped and counted, because one slip must not stop the pool.
 */
final class IccidFile implements IccidSupply {

	private static final Logger LOG = LoggerFactory.getLogger(IccidFile.class);

	private final Resource file;

	IccidFile(Resource file) {
		this.file = file;
	}

	@Override
	public List<Stocked> deliver() {
		try {
			List<String> lines = this.file.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.map(String::strip)
				.filter(line -> !line.isEmpty() && !line.startsWith("#"))
				.toList();
			List<Stocked> profiles = lines.stream().flatMap(line -> profile(line).stream()).toList();
			if (profiles.size() < lines.size()) {
				LOG.warn("{} lines of the ICCID pool are no ICCIDs", lines.size() - profiles.size());
			}
			return profiles;
		}
		catch (IOException ex) {
			LOG.error("The ICCID pool cannot be read: {}", ex.getClass().getSimpleName());
			return List.of();
		}
	}

	private static Optional<Stocked> profile(String line) {
		String[] parts = line.split("\\s*,\\s*", 2);
		try {
			return Optional.of(new Stocked(Iccid.of(parts[0]),
					Optional.of(parts).filter(both -> both.length > 1).map(both -> both[1])));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
