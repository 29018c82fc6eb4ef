package app.resim.protection;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Msisdn;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses whether a line may get a new SIM, and remembers when it last did.
 */
@Service
public class Protection {

	private final ChangeHistory history;

	Protection(ChangeHistory history) {
		this.history = history;
	}

	/**
	 * Assesses a replacement by the brand's rules.
	 * @param facts what the rules look at
	 * @return the assessment
	 */
	@Transactional(readOnly = true)
	public Assessment assess(SwapFacts facts) {
		return Scale.weigh(new Rules(facts, this.history.since(facts.line(), facts.at().minus(Rules.YEAR))));
	}

	/**
	 * Remembers that a line lives on a new SIM. A repeat with the same source changes
	 * nothing.
	 * @param line the line
	 * @param at when the new SIM was installed
	 * @param source the caller's key of the change, at most 64 characters
	 */
	@Transactional
	public void recordChange(Msisdn line, Instant at, String source) {
		this.history.record(line, at, source);
	}

	/**
	 * When a recorded change happened.
	 * @param source the caller's key of the change
	 * @return the instant, or empty if none was recorded under this key
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> changeOf(String source) {
		return this.history.of(source);
	}

	/**
	 * When a line got its present SIM.
	 * @param line the line
	 * @return the latest recorded change, or empty if none was recorded
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> lastChange(Msisdn line) {
		return this.history.latest(line);
	}

	/**
	 * How often the line has got a new SIM so far.
	 * @param line the line
	 * @return the number of recorded changes
	 */
	@Transactional(readOnly = true)
	public int changes(Msisdn line) {
		return this.history.since(line, Instant.EPOCH).size();
	}

}
