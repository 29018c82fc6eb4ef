package app.resim.account.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.account.Line;
import app.resim.account.Line.SimKind;
import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Tenure;
import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.jspecify.annotations.Nullable;

/**
 * A person as the file spells them.
 */
record Person(String id, String brand, String name, String email, @Nullable String backupPhone, String language,
		@Nullable LocalDate since, @Nullable LocalDate contactSince, @Nullable LocalDate birth,
		@Nullable Map<DocumentKind, String> documents, List<PersonLine> lines) {

	Subscriber subscriber() {
		return new Subscriber(new SubscriberId(this.id), new BrandId(this.brand), this.name, this.email,
				Optional.ofNullable(this.backupPhone).map(Msisdn::new), Locale.forLanguageTag(this.language));
	}

	RegisteredIdentity identity() {
		return new RegisteredIdentity(Optional.ofNullable(this.birth),
				(this.documents != null) ? this.documents : Map.of());
	}

	Tenure tenure() {
		Optional<Instant> opened = Optional.ofNullable(this.since).map(Person::morning);
		return new Tenure(opened, Optional.ofNullable(this.contactSince).map(Person::morning).or(() -> opened));
	}

	private static Instant morning(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	boolean has(Msisdn number) {
		return this.lines.stream().anyMatch(line -> line.number().equals(number.e164()));
	}

	Stream<Line> linesOfBrand() {
		return this.lines.stream()
			.map(line -> new Line(new Msisdn(line.number()), new BrandId(this.brand), line.sim(), line.device()));
	}

	@Override
	public String toString() {
		return "Person[" + this.id + "]";
	}

	/** A line as the file spells it. */
	record PersonLine(String number, SimKind sim, String device, @Nullable Ledger billing) {

		@Override
		public String toString() {
			return "PersonLine[•••]";
		}

	}

}
