package app.resim.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import app.resim.catalogue.TabbedFile.Row;

import org.springframework.core.io.Resource;

/**
 * Reads the list that is shipped, {@code catalogue/devices.tsv}.
 */
final class ShippedDevices {

	private static final Set<String> COLUMNS = Set.of("id", "maker", "family", "name", "also", "kind", "esim",
			"exception", "versions", "at_once", "tray", "system", "source", "reviewed");

	private final ExceptionKeys keys = new ExceptionKeys();

	private final List<Row> rows;

	private final LocalDate newest;

	private ShippedDevices(Resource file) {
		this.rows = TabbedFile.read(file, COLUMNS);
		this.newest = this.rows.stream()
			.map(row -> row.need("reviewed", Row::date))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * Reads the list.
	 * @param file the file
	 * @return its lines, in order; each tells the newest date of review as the list's
	 * version
	 * @throws CatalogueFileBroken if anything in it is wrong
	 */
	static List<Listing> read(Resource file) {
		var devices = new ShippedDevices(file);
		return devices.rows.stream().map(devices::listing).toList();
	}

	private Listing listing(Row row) {
		List<Version> versions = versions(row);
		Esim esim = row.need("esim", Row.word(Esim.class));
		Optional<String> exception = row.get("exception", this.keys::known);
		if (esim != Esim.YES && exception.isEmpty()) {
			throw row.broken("the cell 'exception' is empty, though not every version takes an eSIM");
		}
		return new Listing(device(row, versions), row.need("family"), also(row), esim, exception, versions,
				row.need("source"), row.need("reviewed", Row::date), this.newest.toString());
	}

	private static Device device(Row row, List<Version> versions) {
		return new Device(row.need("id"), row.need("maker"), row.need("name"),
				row.need("kind", Row.word(Device.Kind.class)), Listing.codes(versions),
				row.need("tray", Row.word(Device.Tray.class)), atOnce(row), row.get("system"));
	}

	private static OptionalInt atOnce(Row row) {
		return row.get("at_once", Integer::valueOf).map(OptionalInt::of).orElse(OptionalInt.empty());
	}

	private static List<String> also(Row row) {
		return row.get("also", names -> Arrays.stream(names.split(";")).map(String::strip).toList()).orElse(List.of());
	}

	private static List<Version> versions(Row row) {
		return row.get("versions", text -> {
			var versions = new ArrayList<Version>();
			for (String version : text.split(" +")) {
				versions.add(Version.read(version));
			}
			return List.copyOf(versions);
		}).orElse(List.of());
	}

}
