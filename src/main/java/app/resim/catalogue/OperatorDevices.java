package app.resim.catalogue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import app.resim.catalogue.TabbedFile.Row;

import org.springframework.core.io.Resource;

/**
 * The operator's own list laid over the shipped one. A row with a TAC speaks of that TAC,
 * a row with a code of that version, a row with neither of the whole model; the more
 * special row wins, and "no" for a whole model ends every version that is shipped. Models
 * that nobody knew are added.
 */
final class OperatorDevices {

	private static final Set<String> COLUMNS = Set.of("tac", "id", "maker", "name", "code", "kind", "esim", "exception",
			"tray", "source", "reviewed");

	/** A request keeps the key of its device. */
	private static final int LONGEST_ID = 80;

	private final ExceptionKeys keys = new ExceptionKeys();

	private final Map<String, Listing> listings = new LinkedHashMap<>();

	private final Map<String, String> idByName = new HashMap<>();

	private final Map<String, String> idByCode = new HashMap<>();

	private final Map<String, Row> rowOfTac = new HashMap<>();

	/** Spelled names, because a file of type allocation codes repeats each many times. */
	private final Map<String, String> spelled = new HashMap<>();

	/**
	 * What a row without a TAC was about: a second one would contradict or do nothing.
	 */
	private final Map<String, Row> rowAbout = new HashMap<>();

	/** Models known only by their versions: the name tells what all versions agree on. */
	private final Set<String> knownByVersions = new HashSet<>();

	private final LocalDate written;

	private OperatorDevices(List<Listing> shipped, LocalDate written) {
		this.written = written;
		shipped.forEach(this::put);
	}

	/**
	 * Lays a file over the shipped list.
	 * @param shipped the shipped list
	 * @param file the operator's file
	 * @return the list to be asked
	 * @throws CatalogueFileBroken if anything in the file is wrong
	 */
	static DeviceList over(List<Listing> shipped, Resource file) {
		var devices = new OperatorDevices(shipped, written(file));
		List<Row> rows = TabbedFile.read(file, COLUMNS);
		rows.stream().filter(OperatorDevices::ofAWholeModel).forEach(devices::lay);
		rows.stream().filter(row -> !ofAWholeModel(row)).forEach(devices::lay);
		return devices.list();
	}

	private static boolean ofAWholeModel(Row row) {
		return row.get("code").isEmpty() && row.get("tac").isEmpty();
	}

	private static LocalDate written(Resource file) {
		try {
			return Instant.ofEpochMilli(file.lastModified()).atZone(ZoneOffset.UTC).toLocalDate();
		}
		catch (IOException ex) {
			throw new CatalogueFileBroken(file.getDescription(), "the whole file", "it cannot be read");
		}
	}

	private DeviceList list() {
		var tacs = new HashMap<String, DeviceAnswer>();
		this.rowOfTac.forEach((tac, row) -> tacs.put(tac, ofTac(row)));
		return new DeviceList(this.listings.values(), tacs, version());
	}

	private String version() {
		return "operator " + this.written;
	}

	private void lay(Row row) {
		Listing model = model(row);
		Esim esim = esim(row);
		Optional<Version> version = row.get("code", code -> version(code, row, esim));
		Optional<String> tac = row.get("tac", OperatorDevices::tac);
		if (version.isPresent()) {
			once(this.rowAbout, version.get().bareCode(), row, tac.isPresent());
			forgetElsewhere(version.get(), model.device().id());
			put(model.with(version.get(), version()));
		}
		else if (tac.isEmpty()) {
			once(this.rowAbout, model.device().id(), row, false);
			whole(model, row, esim);
		}
		tac.ifPresent(digits -> once(this.rowOfTac, digits, row, false));
	}

	private Version version(String code, Row row, Esim esim) {
		boolean noTray = row.get("tray", Row.word(Device.Tray.class)).equals(Optional.of(Device.Tray.NO));
		Version read = Version.read(code);
		return new Version(read.code(), Optional.of(esim), noTray, Set.of(), exception(row, esim));
	}

	private void whole(Listing model, Row row, Esim esim) {
		this.knownByVersions.remove(model.device().id());
		Listing told = model.with(esim, exception(row, esim), version());
		put(row.get("tray", Row.word(Device.Tray.class)).map(told::with).orElse(told));
	}

	private static void once(Map<String, Row> rows, String about, Row row, boolean mayRepeat) {
		Row earlier = rows.putIfAbsent(about, row);
		if (earlier != null && !(mayRepeat && esim(earlier) == esim(row))) {
			throw row.broken("line " + earlier.line() + " is about the same");
		}
	}

	private static Esim esim(Row row) {
		return row.need("esim", Row.word(Esim.class));
	}

	/**
	 * A code names one version of one model: the operator's word replaces the shipped
	 * one.
	 */
	private void forgetElsewhere(Version version, String id) {
		Listing owner = this.listings.get(this.idByCode.getOrDefault(version.bareCode(), id));
		if (owner != null && !owner.device().id().equals(id)) {
			put(owner.without(version));
		}
	}

	private DeviceAnswer ofTac(Row row) {
		Esim esim = esim(row);
		Listing model = existing(row).orElseThrow().with(esim, exception(row, esim), version());
		return model.answer();
	}

	private Listing model(Row row) {
		Optional<Listing> existing = existing(row);
		if (existing.isEmpty()) {
			return added(row);
		}
		Listing model = existing.get();
		if (this.knownByVersions.contains(model.device().id())) {
			Esim all = model.esim().and(esim(row));
			model = model.with(all, exception(row, all), version());
			put(model);
		}
		return model;
	}

	private Optional<Listing> existing(Row row) {
		Optional<String> id = row.get("id")
			.or(() -> Optional.ofNullable(this.idByName.get(nameOf(row.need("maker"), row.need("name")))));
		return id.map(this.listings::get);
	}

	private Listing added(Row row) {
		Esim esim = esim(row);
		String maker = row.need("maker");
		String name = row.need("name");
		String id = row.get("id").orElse("operator-" + nameOf(maker, name));
		if (id.length() > LONGEST_ID) {
			throw row.broken("the name is too long");
		}
		var device = new Device(id, maker, name, row.get("kind", Row.word(Device.Kind.class)).orElse(Device.Kind.PHONE),
				List.of(), row.get("tray", Row.word(Device.Tray.class)).orElse(Device.Tray.SOME), OptionalInt.empty(),
				Optional.empty());
		var listing = new Listing(device, maker, List.of(), esim, exception(row, esim), List.of(),
				row.get("source").orElse("the operator"), row.get("reviewed", Row::date).orElse(this.written),
				version());
		put(listing);
		this.knownByVersions.add(id);
		return listing;
	}

	private void put(Listing listing) {
		Device device = listing.device();
		if (this.listings.put(device.id(), listing) == null) {
			this.idByName.put(nameOf(device.maker(), device.name()), device.id());
		}
		device.codes().forEach(code -> this.idByCode.put(Spelling.code(code), device.id()));
	}

	private Optional<String> exception(Row row, Esim esim) {
		Optional<String> given = row.get("exception", this.keys::known);
		return switch (esim) {
			case YES -> given;
			case SOME -> given.or(() -> Optional.of(ExceptionKeys.CHECK_EID));
			case NO -> given.or(() -> Optional.of(ExceptionKeys.NO_ESIM));
		};
	}

	private String nameOf(String maker, String name) {
		return this.spelled.computeIfAbsent(maker + "\t" + name, pair -> spelled(maker, name));
	}

	private static String spelled(String maker, String name) {
		List<String> makerWords = Spelling.words(maker);
		List<String> nameWords = Spelling.words(name);
		boolean makerTwice = nameWords.size() > makerWords.size()
				&& nameWords.subList(0, makerWords.size()).equals(makerWords);
		return makerTwice ? Spelling.squeezed(nameWords) : Spelling.squeezed(makerWords) + Spelling.squeezed(nameWords);
	}

	private static String tac(String text) {
		Rule.check(text.matches("[0-9]{8}"), "a TAC has eight digits");
		return text;
	}

}
