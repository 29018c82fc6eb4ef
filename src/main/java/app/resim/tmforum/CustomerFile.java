package app.resim.tmforum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Tenure;
import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import tools.jackson.databind.JsonNode;

/**
 * A customer (TMF629) and the party behind (TMF632), as the back end told them.
 *
 * @param customer the customer
 * @param party the party; an empty object where it was not asked for or is not there
 * @param agreed how to read them
 */
record CustomerFile(JsonNode customer, JsonNode party, TmForumProperties agreed) {

	static final String CUSTOMER_FIELDS = "id,name,validFor,contactMedium,characteristic,engagedParty,account";

	static final String PARTY_FIELDS = "id,fullName,formattedName,givenName,familyName,birthDate,contactMedium,"
			+ "individualIdentification,languageAbility,partyCharacteristic";

	private static final String CHARACTERISTIC = "characteristic";

	String id() {
		return Told.text(this.customer, "id");
	}

	static String partyId(JsonNode customer) {
		return Told.text(customer.path("engagedParty"), "id");
	}

	/** Empty without an e-mail address: nobody could be sent a code. */
	Optional<Subscriber> subscriber(Instant now) {
		Optional<BrandId> brand = brand();
		String id = id();
		if (brand.isEmpty() || id.isEmpty() || id.length() > 64) {
			return Optional.empty();
		}
		return emails(now).stream()
			.findFirst()
			.map(email -> new Subscriber(new SubscriberId(id), brand.get(), name(), email, backupPhone(now),
					language()));
	}

	boolean hasEmail(String wanted, Instant now) {
		return Told.oneOf(emails(now), wanted);
	}

	Optional<BrandId> brand() {
		return told(this.agreed.names().brand()).or(() -> Optional.of(this.agreed.brand()))
			.map(brand -> brand.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-"))
			.filter(brand -> brand.matches("[a-z0-9-]{1,40}"))
			.map(BrandId::new);
	}

	/**
	 * Only what the back end marks as a backup: any other number may be the lost line.
	 */
	private Optional<Msisdn> backupPhone(Instant now) {
		return media(now).filter(medium -> Told.text(medium, "mediumType").toLowerCase(Locale.ROOT).contains("backup")
				|| Told.text(medium.path(CHARACTERISTIC), "contactType").toLowerCase(Locale.ROOT).contains("backup"))
			.flatMap(medium -> Told.number(Told.text(medium.path(CHARACTERISTIC), "phoneNumber")).stream())
			.findFirst();
	}

	private List<String> emails(Instant now) {
		return media(now).map(medium -> Told.text(medium.path(CHARACTERISTIC), "emailAddress"))
			.filter(address -> address.length() <= 320 && address.matches("[^\\s@]+@[^\\s@]+"))
			.toList();
	}

	/** The preferred ones first. */
	private Stream<JsonNode> media(Instant now) {
		return allMedia().filter(medium -> Told.validAt(medium, now))
			.sorted(Comparator.comparing(medium -> !medium.path("preferred").asBoolean(false)));
	}

	private Stream<JsonNode> allMedia() {
		return Told.entries(this.agreed.contactsOfParty() ? this.party : this.customer, "contactMedium");
	}

	private String name() {
		return Stream
			.of(Told.text(this.party, "fullName"), Told.text(this.party, "formattedName"),
					(Told.text(this.party, "familyName") + " " + Told.text(this.party, "givenName")).strip(),
					Told.text(this.customer, "name"))
			.filter(name -> !name.isEmpty())
			.findFirst()
			.orElse("");
	}

	private Locale language() {
		Optional<String> spoken = Told.entries(this.party, "languageAbility")
			.filter(ability -> ability.path("isFavouriteLanguage").asBoolean(false))
			.map(ability -> Told.text(ability, "languageCode"))
			.findFirst();
		return told(this.agreed.names().language()).or(() -> spoken)
			.map(code -> Locale.forLanguageTag(code.replace('_', '-')))
			.filter(locale -> !locale.getLanguage().isEmpty())
			.orElse(Locale.ENGLISH);
	}

	/** Media of which nobody knows since when they are there count for nothing. */
	Tenure tenure() {
		Optional<Instant> opened = Told.since(this.customer);
		Optional<Instant> changed = Stream
			.concat(allMedia().flatMap(medium -> Told.since(medium).stream()),
					told(this.agreed.names().contactSince()).flatMap(Told::instant).stream())
			.max(Comparator.naturalOrder())
			.map(last -> opened.filter(last::isBefore).orElse(last));
		return new Tenure(opened, changed);
	}

	RegisteredIdentity identity() {
		Optional<LocalDate> birth = Told.day(Told.text(this.party, "birthDate"))
			.or(() -> told(this.agreed.names().birthDate()).flatMap(Told::day));
		Map<DocumentKind, String> numbers = new EnumMap<>(DocumentKind.class);
		this.agreed.documents()
			.forEach((kind, name) -> documentNumber(name).ifPresent(number -> numbers.put(kind, number)));
		return new RegisteredIdentity(birth, numbers);
	}

	private Optional<String> documentNumber(String name) {
		return Told.entries(this.party, "individualIdentification")
			.filter(document -> Told.text(document, "identificationType").equalsIgnoreCase(name))
			.map(document -> Told.text(document, "identificationId"))
			.filter(number -> !number.isEmpty())
			.findFirst()
			.or(() -> told(name));
	}

	/** The id of the account that is billed, if the back end names one. */
	Optional<String> account() {
		return Told.entries(this.customer, "account")
			.map(account -> Told.text(account, "id"))
			.filter(id -> !id.isEmpty())
			.findFirst();
	}

	private Optional<String> told(String name) {
		return Told.characteristic(this.customer, CHARACTERISTIC, name)
			.or(() -> Told.characteristic(this.party, "partyCharacteristic", name));
	}

	@Override
	public String toString() {
		return "CustomerFile[]";
	}

}
