package app.resim.watch;

import java.util.stream.Stream;

import app.resim.counterpart.Counterpart;
import app.resim.counterpart.Counterparts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors.Entry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How each outer system is, as the last real calls tell. None is called for it.
 */
@Component("outerSystemsHealthContributor")
class CounterpartHealth implements CompositeHealthContributor {

	private final Counterparts counterparts;

	CounterpartHealth(Counterparts counterparts) {
		this.counterparts = counterparts;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.counterparts.all()
			.stream()
			.filter(each -> each.name().equals(name))
			.findAny()
			.map(CounterpartHealth::health)
			.orElse(null);
	}

	@Override
	public Stream<Entry> stream() {
		return this.counterparts.all().stream().map(each -> new Entry(each.name(), health(each)));
	}

	private static HealthIndicator health(Counterpart counterpart) {
		return () -> (counterpart.answers() ? Health.up() : Health.down()).build();
	}

}
