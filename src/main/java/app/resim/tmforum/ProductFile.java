package app.resim.tmforum;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.account.Line.SimKind;
import app.resim.kernel.Msisdn;
import tools.jackson.databind.JsonNode;

/**
 * A product (TMF637) as the back end told it.
 *
 * @param product the product
 * @param agreed how to read it
 */
record ProductFile(JsonNode product, TmForumProperties agreed) {

	static final String FIELDS = "id,status,productSerialNumber,productCharacteristic,relatedParty,realizingResource";

	private static final String CHARACTERISTICS = "productCharacteristic";

	private static final String RESOURCE_CHARACTERISTICS = "resourceCharacteristic";

	/** A product of which no state is told is in use. */
	boolean isLine() {
		String status = Told.text(this.product, "status");
		return number().isPresent() && (status.isEmpty() || Told.oneOf(this.agreed.states().live(), status));
	}

	Optional<Msisdn> number() {
		return Told.number(Told.text(this.product, "productSerialNumber"))
			.or(() -> Told.characteristic(this.product, CHARACTERISTICS, this.agreed.names().number())
				.flatMap(Told::number));
	}

	Stream<String> customers() {
		return Told.entries(this.product, "relatedParty")
			.filter(party -> Told.text(party, "role").equalsIgnoreCase(this.agreed.customerRole()))
			.map(party -> Told.text(party, "id"))
			.filter(id -> !id.isEmpty());
	}

	Stream<String> resources() {
		return Told.entries(this.product, "realizingResource")
			.map(resource -> Told.text(resource, "id"))
			.filter(id -> !id.isEmpty())
			.distinct();
	}

	/** Whether the product itself tells all that a line needs. */
	boolean tellsSim() {
		return told(this.agreed.names().simKind()).isPresent();
	}

	SimKind sim(Stream<JsonNode> resources) {
		return told(this.agreed.names().simKind())
			.or(() -> resources.filter(this::isSim)
				.map(sim -> Told.characteristic(sim, RESOURCE_CHARACTERISTICS, this.agreed.names().simKind())
					.orElse(Told.text(sim, "category") + " " + Told.text(sim, "@type") + " " + Told.text(sim, "name")))
				.findFirst())
			.filter(ProductFile::namesEsim)
			.isPresent() ? SimKind.ESIM : SimKind.CARD;
	}

	String device(Stream<JsonNode> resources) {
		return told(this.agreed.names().device())
			.or(() -> resources.flatMap(
					resource -> Told.characteristics(resource, RESOURCE_CHARACTERISTICS, this.agreed.names().device())
						.stream())
				.findFirst())
			.orElse("");
	}

	private boolean isSim(JsonNode resource) {
		return Told.characteristic(resource, RESOURCE_CHARACTERISTICS, this.agreed.names().iccid()).isPresent();
	}

	private static boolean namesEsim(String words) {
		String plain = words.toLowerCase(Locale.ROOT).replace("-", "");
		return plain.contains("esim") || plain.contains("euicc");
	}

	private Optional<String> told(String name) {
		return Told.characteristic(this.product, CHARACTERISTICS, name);
	}

	@Override
	public String toString() {
		return "ProductFile[]";
	}

}
