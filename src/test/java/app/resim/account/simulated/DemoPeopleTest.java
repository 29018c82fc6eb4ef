package app.resim.account.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.Line;
import app.resim.account.Line.SimKind;
import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.account.Standing.Debt;
import app.resim.account.Subscriber;
import app.resim.account.port.Billing;
import app.resim.kernel.Iccid;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's customers are what the demo promises.
 */
class DemoPeopleTest {

	private final SimulatedDirectory directory = directory();

	@Test
	void theMainCustomerHasThreeLines() {
		Subscriber sam = this.directory.byEmail("sam.demo@example.com").orElseThrow();

		assertThat(this.directory.lines(sam.id())).extracting(Line::number)
			.containsExactly(new Msisdn("+85255500142"), new Msisdn("+85255500187"), new Msisdn("+85255500163"));
	}

	@Test
	void everyLanguageHasACustomerAndOneLineIsACard() {
		List<SubscriberId> ids = ids();

		assertThat(ids).map(id -> this.directory.find(id).orElseThrow())
			.map(Subscriber::language)
			.contains(Locale.ENGLISH, Locale.forLanguageTag("ru"), Locale.forLanguageTag("zh-Hans"),
					Locale.forLanguageTag("zh-Hant"));
		assertThat(ids).flatMap(this.directory::lines).map(Line::sim).containsOnlyOnce(SimKind.CARD);
	}

	@Test
	void everyAddressIsInvented() {
		assertThat(ids()).map(id -> this.directory.find(id).orElseThrow())
			.map(Subscriber::email)
			.doesNotHaveDuplicates()
			.allMatch(email -> email.endsWith(".demo@example.com"));
	}

	@Test
	void everyIccidIsUniqueAndPassesItsCheckDigit() {
		var seen = new HashSet<String>();
		lines().forEach(line -> {
			String iccid = line.path("iccid").asString();
			assertThat(iccid).startsWith(line.path("number").asString().startsWith("+7") ? "8970000000" : "8985200000");
			assertThat(Iccid.of(iccid).hasCheckDigit()).isTrue();
			assertThat(seen.add(iccid)).isTrue();
		});
		assertThat(seen).hasSize(16);
	}

	@Test
	void noNumberCanBeAnybodys() {
		assertThat(lines()).map(line -> line.path("number").asString())
			.doesNotHaveDuplicates()
			.allMatch(number -> number.matches("\\+8525550[0-9]{4}|\\+7000[0-9]{7}"))
			.allMatch(number -> Msisdn.read(number, "HK").filter(read -> read.e164().equals(number)).isPresent());
	}

	@Test
	void aBackupPhoneIsNeverALineOfTheSameCustomer() {
		assertThat(ids()).allSatisfy(id -> {
			var own = this.directory.lines(id).stream().map(Line::number).toList();
			this.directory.find(id)
				.flatMap(Subscriber::backupPhone)
				.ifPresent(phone -> assertThat(own).doesNotContain(phone));
		});
	}

	@Test
	void theirBillingHasEveryCaseThatGivingUpALineCanMeet() {
		SimulatedBills books = bills();
		Billing billing = new SimulatedBilling(books, new MovingClock(), "");
		List<Standing> all = ids().stream()
			.flatMap(id -> this.directory.lines(id).stream().map(line -> billing.standing(id, line.number())))
			.toList();

		assertThat(all).contains(Standing.UNKNOWN)
			.anyMatch(one -> one.debt() instanceof Debt.Owed)
			.anyMatch(Standing::hasRefund)
			.anyMatch(one -> one.hasRefund() && one.refundWays().contains(RefundWay.NEXT_BILL))
			.anyMatch(one -> !one.commitments().orElse(List.of()).isEmpty())
			.anyMatch(one -> !one.hanging().orElse(List.of()).isEmpty())
			.anyMatch(one -> one.debt() instanceof Debt.None && one.refundable().filter(Money::isZero).isPresent()
					&& one.commitments().filter(List::isEmpty).isPresent()
					&& one.hanging().filter(List::isEmpty).isPresent());
		assertThat(all).filteredOn(one -> one != Standing.UNKNOWN)
			.allSatisfy(one -> assertThat(one.lately().orElseThrow()).isNotEmpty());
		assertThat(books.unpaid().values()).flatExtracting(bills -> bills)
			.extracting(SimulatedBill::number)
			.doesNotHaveDuplicates();
	}

	private List<SubscriberId> ids() {
		return file().path("people")
			.valueStream()
			.map(person -> new SubscriberId(person.path("id").asString()))
			.toList();
	}

	private List<JsonNode> lines() {
		return file().path("people").valueStream().flatMap(person -> person.path("lines").valueStream()).toList();
	}

	private static JsonNode file() {
		try (InputStream text = new ClassPathResource("demo/people.yaml").getInputStream()) {
			return Objects.requireNonNull(YAMLMapper.shared().readTree(text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SimulatedBills bills() {
		try {
			return new SimulatedBills(new ClassPathResource("demo/people.yaml"), JdbcClient.create(FreshDatabase.h2()),
					new MovingClock());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SimulatedDirectory directory() {
		try {
			return new SimulatedDirectory(new ClassPathResource("demo/people.yaml"),
					JdbcClient.create(FreshDatabase.h2()), new MovingClock());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
