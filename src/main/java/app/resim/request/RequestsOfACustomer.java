package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.identity.DocumentNumbers;
import app.resim.identity.Documents;
import app.resim.identity.Documents.Trace;
import app.resim.kernel.Actor;
import app.resim.kernel.Iccid;
import app.resim.kernel.Money;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Protection;
import app.resim.provisioning.Card;
import app.resim.provisioning.Cards;
import app.resim.provisioning.Provisioning;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * A customer's requests with everything below them: pictures, what was read and typed,
 * the order of the profile, the date of the SIM change. Signals of swap protection and
 * notes that reviewers write for each other are not told.
 *
 * @see "decision 0014"
 */
@Component
class RequestsOfACustomer implements PersonalData {

	private final RequestRows rows;

	private final Changes change;

	private final Votes votes;

	private final Weighings weighings;

	private final Documents documents;

	private final DocumentNumbers numbers;

	private final Protection protection;

	private final Provisioning provisioning;

	private final Cards cards;

	private final Addresses addresses;

	private final Clock clock;

	RequestsOfACustomer(RequestRows rows, Changes change, Votes votes, Weighings weighings, Documents documents,
			DocumentNumbers numbers, Protection protection, Provisioning provisioning, Cards cards, Addresses addresses,
			Clock clock) {
		this.cards = cards;
		this.addresses = addresses;
		this.rows = rows;
		this.change = change;
		this.votes = votes;
		this.weighings = weighings;
		this.documents = documents;
		this.numbers = numbers;
		this.protection = protection;
		this.provisioning = provisioning;
		this.clock = clock;
	}

	@Override
	public String section() {
		return "requests";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		var entries = new ArrayList<Particulars>();
		var files = new ArrayList<Attachment>();
		of(customer).forEach(request -> {
			entries.add(told(request, by));
			pictures(request).filter(trace -> trace.removed().isEmpty())
				.forEach(trace -> files.add(new Attachment(file(request, trace),
						() -> this.documents.view(Requests.folder(request), trace.id(), by))));
		});
		return new Part(entries, files);
	}

	private Particulars told(Request request, Actor by) {
		return answers(request).say("provenBy", proven(request))
			.say("decision", decision(request))
			.say("asked", request.asking().map(RequestsOfACustomer::asked))
			.say("pictures", pictures(request).map(trace -> picture(request, trace)).toList())
			.say("machineReadableZone", this.documents.zone(Requests.folder(request), by))
			.say("typedDocumentNumber",
					request.documentKind().flatMap(kind -> this.numbers.find(Requests.folder(request), kind)))
			.say("card", request.order().flatMap(this.cards::find).map(RequestsOfACustomer::card))
			.say("cardComesBy", request.cardWay())
			.say("cardShop", request.store())
			.say("cardAddress", this.addresses.of(request.id()).map(RequestsOfACustomer::address))
			.say("profile", request.order().map(this.provisioning::particulars))
			.say("simChangedAt", this.protection.changeOf(request.reference().reference()));
	}

	private static Particulars answers(Request request) {
		return new Particulars().say("reference", request.reference().reference())
			.say("brand", request.brand().brand())
			.say("line", request.line().e164())
			.say("state", request.status().phase())
			.say("begunAt", request.createdAt())
			.say("savedAt", request.savedAt())
			.say("sentAt", request.submittedAt())
			.say("endedAt", request.endedAt())
			.say("reason", request.reason())
			.say("document", request.documentKind())
			.say("device", request.device().map(RequestsOfACustomer::device))
			.say("person", request.person())
			.say("adultWhoAgrees", request.adult().filter(name -> !name.isEmpty()))
			.say("reusesUnusedCode", request.reusesCode())
			.say("fee", request.fee().map(RequestsOfACustomer::fee));
	}

	private List<String> proven(Request request) {
		return this.weighings.of(request.id())
			.map(weighed -> weighed.proven().stream().map(proven -> proven.factor() + " " + proven.at()).toList())
			.orElse(List.of());
	}

	private static Particulars device(DeviceFacts device) {
		return new Particulars().say("name", device.label())
			.say("takesEsim", device.verdict())
			.say("answeredBy", device.source())
			.say("eid", device.eid().map(eid -> eid.eid()));
	}

	private static Particulars card(Card card) {
		return new Particulars().say("state", card.state())
			.say("iccid", card.iccid().map(Iccid::iccid))
			.say("parcelNumber", card.tracking())
			.say("sentAt", card.sent());
	}

	private static Particulars address(PostalAddress address) {
		return new Particulars().say("country", address.country()).say("lines", address.lines());
	}

	private static Particulars fee(Money fee) {
		return new Particulars().say("minorUnits", fee.minor()).say("currency", fee.currency());
	}

	private static Particulars decision(Request request) {
		return new Particulars().say("way", request.route())
			.say("decidedAt", request.decidedAt())
			.say("declinedBecause", request.declineReason())
			.say("wordsToYou", request.customerNote())
			.say("codeReadyAt", request.readyAt())
			.say("codeUsableUntil", request.codeUntil())
			.say("installedAt", request.installedAt())
			.say("installationFault", request.installFault());
	}

	private static Particulars asked(Asking asking) {
		return new Particulars().say("at", asking.at())
			.say("until", asking.until())
			.say("pictures", asking.pictures().stream().map(wish -> wish.side() + " " + wish.reason()).toList())
			.say("wordsToYou", asking.note());
	}

	private static Particulars picture(Request request, Trace trace) {
		return new Particulars().say("shows", trace.side())
			.say("key", trace.id().document().toString())
			.say("acceptedAt", trace.at())
			.say("deletedAt", trace.removed())
			.say("file", trace.removed().isPresent() ? Optional.empty() : Optional.of(file(request, trace)));
	}

	private static String file(Request request, Trace trace) {
		return "pictures/" + request.reference() + "-" + trace.side().name().toLowerCase(Locale.ROOT) + ".jpg";
	}

	@Override
	public Set<String> subjects(SubscriberId customer) {
		return of(customer).stream()
			.flatMap(request -> Stream.concat(Stream.of(request.reference().reference()),
					pictures(request).map(trace -> trace.id().document().toString())))
			.collect(Collectors.toSet());
	}

	/** A draft was never sent, so nobody works on it: it ends with the erasure. */
	@Override
	public boolean isUnderway(SubscriberId customer) {
		return of(customer).stream().anyMatch(request -> request.status() != RequestStatus.DRAFT && !request.isOver());
	}

	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		of(customer).stream()
			.filter(request -> !request.createdAt().isAfter(ordered))
			.forEach(request -> this.change.to(request.id(), current -> erased(current, by)));
	}

	private List<RequestEvent> erased(Request request, Actor by) {
		List<RequestEvent> events = (request.status() == RequestStatus.DRAFT)
				? List.of(request.expire(this.clock.instant())) : List.of();
		this.documents.erase(Requests.folder(request), by);
		this.votes.blank(request.id());
		this.addresses.forget(request.id());
		request.order().ifPresent(this.provisioning::erase);
		request.erase();
		return events;
	}

	private List<Request> of(SubscriberId customer) {
		return this.rows.findBySubscriberOrderByCreatedAtDesc(customer.subscriber(), Limit.unlimited());
	}

	private Stream<Trace> pictures(Request request) {
		return this.documents.traces(Requests.folder(request)).stream();
	}

}
