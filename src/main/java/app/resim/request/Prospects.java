package app.resim.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import app.resim.account.Proof;
import app.resim.account.Strength;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * Tells customers which way their request goes with what they have proven, and which
 * proof would make it faster. What else speaks for or against it is never told.
 */
@Service
public class Prospects {

	private final RequestRows rows;

	private final Appraisal appraisal;

	private final Weighings weighings;

	private final Catalogue catalogue;

	private final Clock clock;

	Prospects(RequestRows rows, Appraisal appraisal, Weighings weighings, Catalogue catalogue, Clock clock) {
		this.rows = rows;
		this.appraisal = appraisal;
		this.weighings = weighings;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * What would become of a draft, if it were sent now.
	 * @param reference which request
	 * @param proof who is signed in, and how
	 * @return with this proof first; then with stronger ones, as far as each is faster
	 * than the one before; empty if there is no such draft or no reason is chosen
	 */
	public List<Prospect> of(RequestReference reference, Proof proof) {
		return this.rows.findByReferenceAndSubscriber(reference.reference(), proof.who().subscriber())
			.filter(request -> request.status() == RequestStatus.DRAFT && request.reason().isPresent())
			.map(draft -> prospects(draft, proof))
			.orElse(List.of());
	}

	/**
	 * How a request that was sent would go on with more proof.
	 * @param reference which request
	 * @param proof who is signed in, and how
	 * @return the present way first; then with the present proof and stronger ones, as
	 * far as each is faster than the one before; empty if more proof changes nothing any
	 * more
	 */
	public List<Prospect> further(RequestReference reference, Proof proof) {
		return this.rows.findByReferenceAndSubscriber(reference.reference(), proof.who().subscriber())
			.filter(Request::mayBeProvenFurther)
			.flatMap(sent -> this.weighings.of(sent.id())
				.map(weighed -> better(this.appraisal.present(sent, weighed.strength()), ways(sent, proof))))
			.orElse(List.of());
	}

	private List<Prospect> prospects(Request draft, Proof proof) {
		List<Prospect> ways = ways(draft, proof);
		return better(ways.getFirst(), ways.subList(1, ways.size()));
	}

	private List<Prospect> ways(Request request, Proof proof) {
		Strength now = proof.strength(this.clock.instant());
		Brand brand = this.catalogue.brand(request.brand());
		Appraisal.Seen seen = this.appraisal.look(request);
		return Arrays.stream(Strength.values())
			.filter(strength -> strength.compareTo(now) >= 0)
			.map(strength -> this.appraisal.way(request, strength,
					this.appraisal.assess(request, brand, request.reason().orElseThrow(), strength, seen, proof.from()),
					brand.answerBy(this.clock.instant())))
			.toList();
	}

	private static List<Prospect> better(Prospect first, List<Prospect> ways) {
		List<Prospect> better = new ArrayList<>(List.of(first));
		ways.stream().filter(way -> way.isBetterThan(better.getLast())).forEach(better::add);
		return better;
	}

	/**
	 * The way that a request took when it was sent.
	 * @param reference which request
	 * @param owner who is signed in
	 * @return empty if there is no such request, or none is kept
	 */
	public Optional<Prospect> sent(RequestReference reference, SubscriberId owner) {
		return this.rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber())
			.flatMap(request -> this.weighings.of(request.id())
				.map(weighed -> new Prospect(weighed.strength(), true, weighed.people(), weighed.heldUntil(),
						request.answerBy().orElse(weighed.at()))));
	}

}
