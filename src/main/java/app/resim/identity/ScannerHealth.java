package app.resim.identity;

import app.resim.identity.scan.Clamd;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether files can be scanned; without the scanner no upload is taken.
 */
class ScannerHealth implements HealthIndicator {

	private final Clamd scanner;

	ScannerHealth(Clamd scanner) {
		this.scanner = scanner;
	}

	@Override
	public Health health() {
		return (this.scanner.isThere() ? Health.up() : Health.down()).build();
	}

}
