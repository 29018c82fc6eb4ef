package app.resim.tmforum;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.account.Line.SimKind;
import app.resim.account.Standing.Commitment;
import app.resim.kernel.Money;
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

	/** With what its billing tells. */
	static final String BILLED_FIELDS = FIELDS
			+ ",name,description,productOffering,billingAccount,productTerm,productPrice,productRelationship";

	private static final String CHARACTERISTICS = "productCharacteristic";

	private static final String RESOURCE_CHARACTERISTICS = "resourceCharacteristic";

	boolean isLine() {
		return number().isPresent() && isInUse();
	}

	/** A product of which no state is told is in use. */
	boolean isInUse() {
		String status = Told.text(this.product, "status");
		return status.isEmpty() || Told.oneOf(this.agreed.states().live(), status);
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

	String id() {
		return Told.text(this.product, "id");
	}

	/** The account on whose bills it stands, if the product names one. */
	Optional<String> account() {
		return Optional.of(Told.text(this.product.path("billingAccount"), "id")).filter(id -> !id.isEmpty());
	}

	/** Empty where it is not told, or not so that it could be understood. */
	Optional<List<Commitment>> commitments(LocalDate today) {
		if (!this.product.path("productTerm").isArray()) {
			return Optional.empty();
		}
		List<Optional<Commitment>> terms = Told.entries(this.product, "productTerm").map(this::commitment).toList();
		return terms.stream().allMatch(Optional::isPresent) ? Optional
			.of(terms.stream().map(Optional::orElseThrow).filter(term -> !term.until().isBefore(today)).toList())
				: Optional.empty();
	}

	private Optional<Commitment> commitment(JsonNode term) {
		return Told.day(Told.text(term.path("validFor"), "endDateTime"))
			.map(until -> new Commitment(Told.text(term, "name"), until, leavingCosts()));
	}

	private Optional<Money> leavingCosts() {
		return this.agreed.names().leavingCosts().isBlank() ? Optional.empty()
				: Told.entries(this.product, "productPrice")
					.filter(price -> Told.oneOf(List.of(Told.text(price, "priceType"), Told.text(price, "name")),
							this.agreed.names().leavingCosts()))
					.flatMap(price -> Amount.first(price.path("price"), "taxIncludedAmount", "dutyFreeAmount").stream())
					.findFirst();
	}

	boolean hangsOn(ProductFile other) {
		return !id().equals(other.id()) && isInUse()
				&& Told.entries(this.product, "productRelationship")
					.filter(link -> Told.oneOf(this.agreed.states().hanging(), Told.text(link, "relationshipType")))
					.anyMatch(link -> Told.text(link.path("product"), "id").equals(other.id()));
	}

	String name() {
		return Stream
			.of(Told.text(this.product, "name"), Told.text(this.product.path("productOffering"), "name"),
					Told.text(this.product, "description"))
			.filter(name -> !name.isEmpty())
			.findFirst()
			.orElseGet(this::id);
	}

	@Override
	public String toString() {
		return "ProductFile[]";
	}

}
