package app.resim.tmforum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister;
import app.resim.tmforum.Deed.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.dao.DataAccessException;

/**
 * A register of lines that reads TMF638 and TMF639 and orders changes by TMF641. Each
 * deed has a name of its own, by which an order whose answer got lost is found again.
 */
final class TmForumRegister implements LineRegister {

	private static final Logger LOG = LoggerFactory.getLogger(TmForumRegister.class);

	private static final Change DONE = new Change.Done();

	private static final Change NOT_YET_VISIBLE = new Change.Later("not-yet-visible");

	private static final Change OPEN = new Change.Later("order-open");

	/** For what is not a call. */
	private static final Duration OWN_WORK = Duration.ofSeconds(1);

	private static final String RESOURCE_FIELDS = "id,startOperatingDate,resourceCharacteristic";

	private final TmForumProperties agreed;

	private final BackEnd backEnd;

	private final Orders orders;

	private final Clock clock;

	TmForumRegister(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, Clock clock) {
		this.agreed = agreed;
		this.backEnd = backEnd;
		this.orders = new Orders(agreed, backEnd, underWay, agreed.paths().orders());
		this.clock = clock;
	}

	@Override
	public Duration longestCall() {
		return this.agreed.longestCall().plus(OWN_WORK);
	}

	@Override
	public Optional<RegisteredLine> state(Msisdn line) {
		try {
			return service(line, this.backEnd.patience()).map(ServiceFile::registered);
		}
		catch (BackEndFault ex) {
			throw new RegisterUnreachable(ex);
		}
	}

	@Override
	public Change stop(Msisdn line) {
		return change(new Deed(Kind.STOP, line, Optional.empty()));
	}

	@Override
	public Change start(Msisdn line) {
		return change(new Deed(Kind.START, line, Optional.empty()));
	}

	@Override
	public Change attach(Msisdn line, Iccid iccid) {
		return change(new Deed(Kind.ATTACH, line, Optional.of(iccid)));
	}

	@Override
	public Change endSim(Msisdn line, Iccid iccid) {
		return change(new Deed(Kind.END_SIM, line, Optional.of(iccid)));
	}

	private Change change(Deed deed) {
		try {
			return change(deed, this.backEnd.patience());
		}
		catch (BackEndFault ex) {
			return ex.refused() ? new Change.Refused(ex.word()) : new Change.Later(ex.word());
		}
		catch (DataAccessException ex) {
			return new Change.Later("no-database");
		}
	}

	/** An order the other way that is still open could undo this one later. */
	private Change change(Deed deed, Patience left) {
		Optional<ServiceOrder> undoing = this.orders.latest(deed.opposite().externalId(), left)
			.map(order -> this.orders.ended(order, left));
		if (undoing.filter(ServiceOrder::open).isPresent()) {
			return OPEN;
		}
		Optional<ServiceOrder> before = this.orders.latest(deed.externalId(), left);
		if (before.filter(ServiceOrder::open).isPresent()) {
			return told(deed, this.orders.ended(before.get(), left), left);
		}
		Optional<ServiceFile> service = service(deed.line(), left);
		if (service.isEmpty()) {
			return new Change.Refused("no-such-line");
		}
		return known(deed, before, undoing, service.get()).orElseGet(() -> order(deed, service.get(), left));
	}

	/** What needs no order. */
	private Optional<Change> known(Deed deed, Optional<ServiceOrder> before, Optional<ServiceOrder> undoing,
			ServiceFile service) {
		Instant shown = this.clock.instant().minus(this.agreed.visibleWithin());
		if (deed.isDone(service)) {
			boolean stale = undoing.filter(order -> order.completed() && order.since(shown))
				.filter(order -> before.flatMap(ServiceOrder::at)
					.filter(own -> !own.isBefore(order.at().orElseThrow()))
					.isEmpty())
				.isPresent();
			return Optional.of(stale ? NOT_YET_VISIBLE : settled(deed, DONE));
		}
		if (before.filter(ServiceOrder::completed).isPresent()) {
			return deed.isForGood() ? Optional.of(settled(deed, DONE))
					: before.filter(order -> order.since(shown) && !undone(order, undoing))
						.map(order -> NOT_YET_VISIBLE);
		}
		Instant believed = this.clock.instant().minus(this.agreed.failedFor());
		return before.filter(order -> order.since(believed))
			.flatMap(ServiceOrder::fault)
			.map(fault -> settled(deed, new Change.Refused(fault)));
	}

	private static boolean undone(ServiceOrder order, Optional<ServiceOrder> undoing) {
		return undoing.filter(ServiceOrder::completed)
			.flatMap(ServiceOrder::at)
			.filter(undone -> !undone.isBefore(order.at().orElseThrow()))
			.isPresent();
	}

	private Change order(Deed deed, ServiceFile service, Patience left) {
		ServiceOrder placed = this.orders.place(deed.externalId(), deed.order(service, this.agreed), left);
		return placed.id().isEmpty() ? new Change.Later("unreadable")
				: told(deed, this.orders.ended(placed, left), left);
	}

	private Change told(Deed deed, ServiceOrder order, Patience left) {
		if (order.open()) {
			return OPEN;
		}
		if (order.completed()) {
			return settled(deed, DONE);
		}
		String fault = order.fault().orElseThrow();
		LOG.warn("The order {} did not end well: {}", deed.externalId(), fault);
		boolean enough = order.partial() && service(deed.line(), left).filter(deed::isDone).isPresent();
		return settled(deed, enough ? DONE : new Change.Refused(fault));
	}

	private Change settled(Deed deed, Change change) {
		this.orders.settled(deed.externalId());
		return change;
	}

	private Optional<ServiceFile> service(Msisdn line, Patience left) {
		List<JsonNode> found = this.backEnd
			.search(this.agreed.paths().services(), this.agreed.filters().numberOfService(), this.agreed.written(line),
					ServiceFile.FIELDS, left)
			.stream()
			.filter(service -> ServiceFile.isOf(line, service, this.agreed))
			.toList();
		if (found.size() > 1) {
			throw new BackEndFault("ambiguous-line", true);
		}
		return found.stream().findFirst().map(service -> new ServiceFile(service, sims(service, left), this.agreed));
	}

	private List<Iccid> sims(JsonNode service, Patience left) {
		List<Iccid> own = ServiceFile.ownSims(service, this.agreed);
		return !own.isEmpty() ? own : Told.entries(service, "supportingResource")
			.map(resource -> Told.text(resource, "id"))
			.filter(id -> !id.isEmpty())
			.distinct()
			.flatMap(id -> this.backEnd.one(this.agreed.paths().resources(), id, RESOURCE_FIELDS, left).stream())
			.sorted(Comparator
				.comparing(resource -> Told.instant(Told.text(resource, "startOperatingDate")).orElse(Instant.MAX)))
			.flatMap(resource -> Told.characteristics(resource, "resourceCharacteristic", this.agreed.names().iccid())
				.stream())
			.flatMap(text -> Told.iccid(text).stream())
			.distinct()
			.toList();
	}

}
