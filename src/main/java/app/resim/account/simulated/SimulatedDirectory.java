package app.resim.account.simulated;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import app.resim.account.Line;
import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Tenure;
import app.resim.account.port.SubscriberDirectory;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer directory of invented people, read once from a file; charges go to a table
 * of Resim's own database. Active unless {@code resim.account.directory.adapter} names
 * another.
 */
@Component
@ConditionalOnProperty(name = "resim.account.directory.adapter", havingValue = "simulated", matchIfMissing = true)
class SimulatedDirectory implements SubscriberDirectory {

	private final People people;

	private final JdbcClient database;

	private final Clock clock;

	@Autowired
	SimulatedDirectory(@Value("${resim.account.directory.people:classpath:demo/people.yaml}") Resource people,
			JdbcClient database, Clock clock) throws IOException {
		this.people = People.read(people);
		this.database = database;
		this.clock = clock;
	}

	@Override
	public Optional<Subscriber> find(SubscriberId id) {
		return only(person -> person.id().equals(id.subscriber()));
	}

	@Override
	public Optional<Subscriber> byEmail(String email) {
		return only(person -> person.email().equalsIgnoreCase(email.strip()));
	}

	@Override
	public Optional<Subscriber> byNumber(Msisdn number) {
		return only(person -> person.has(number));
	}

	@Override
	public List<Line> lines(SubscriberId id) {
		return this.people.people()
			.stream()
			.filter(person -> person.id().equals(id.subscriber()))
			.flatMap(person -> person.linesOfBrand())
			.toList();
	}

	@Override
	public RegisteredIdentity identity(SubscriberId id) {
		return this.people.person(id).map(Person::identity).orElse(RegisteredIdentity.NOTHING);
	}

	@Override
	public Tenure tenure(SubscriberId id) {
		return this.people.person(id).map(Person::tenure).orElse(Tenure.UNKNOWN);
	}

	@Override
	@Transactional
	public void charge(SubscriberId id, Money fee, String reference) {
		this.database.sql("""
				INSERT INTO simulated_charge (reference, subscriber, minor, currency, at)
				VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.param(reference)
			.param(id.subscriber())
			.param(fee.minor())
			.param(fee.currency())
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private Optional<Subscriber> only(Predicate<Person> wanted) {
		List<Person> found = this.people.people().stream().filter(wanted).toList();
		return (found.size() == 1) ? Optional.of(found.getFirst().subscriber()) : Optional.empty();
	}

}
