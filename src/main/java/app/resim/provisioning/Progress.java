package app.resim.provisioning;

import java.time.Clock;
import java.util.Optional;

import app.resim.provisioning.ProfileOrder.State;
import app.resim.provisioning.port.ProgressReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What phones did, as the SM-DP+ reports it. Reports repeat and overtake each other, so
 * an order only ever moves forward: released, downloaded, failed, installed. A failed
 * order stays failed while the phone tries again, until the installation is reported.
 */
@Component
class Progress implements ProgressReports {

	private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

	private final OrderBook book;

	private final Clock clock;

	Progress(OrderBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
	}

	@Override
	public void received(Report report) {
		Optional<OrderId> holder = this.book.holding(report.iccid());
		if (holder.isEmpty()) {
			LOG.info("Report at point {} about a profile that no live order holds", report.point());
			return;
		}
		boolean fresh = this.book.change(holder.get(), order -> take(order, report));
		LOG.info("Report at point {} for order {}: {}{}", report.point(), holder.get().order(), report.result(),
				fresh ? "" : ", ignored");
	}

	private boolean take(ProfileOrder order, Report report) {
		// what is not believed is not kept either: it must not pass for the first of a
		// true one
		boolean fresh = fromTheRightPhone(order, report) && this.book.keep(order.id, report);
		if (fresh) {
			switch (report.result()) {
				case SUCCESS -> passed(order, report.point());
				case FAILED -> failed(order, report);
				case WARNING -> {
					// kept for the record; only an unreserved success means anything
				}
			}
		}
		return fresh;
	}

	private static boolean fromTheRightPhone(ProfileOrder order, Report report) {
		boolean right = !order.bound || report.eid().isEmpty() || report.eid().equals(order.eid);
		if (!right) {
			LOG.warn("Report for order {} names another phone than the one it is bound to", order.id.order());
		}
		return right;
	}

	private void passed(ProfileOrder order, int point) {
		switch (point) {
			case Report.DOWNLOAD -> downloaded(order);
			case Report.INSTALLATION -> installed(order);
			default -> {
				// eligibility, confirmation and private points say nothing about the
				// profile
			}
		}
	}

	private static void downloaded(ProfileOrder order) {
		if (order.state == State.RELEASED) {
			order.reached(State.DOWNLOADED);
		}
		else {
			holdIfTooEarly(order);
		}
	}

	private void installed(ProfileOrder order) {
		if (order.state.isOut() && order.state != State.INSTALLED) {
			order.reached(State.INSTALLED);
			order.announce(new ProfileInstalled(order.id, this.clock.instant()));
		}
		else {
			holdIfTooEarly(order);
		}
	}

	/** Nobody was shown a code yet: whoever has it did not get it from us. */
	private static void holdIfTooEarly(ProfileOrder order) {
		switch (order.state) {
			case ORDERING, ORDERED, ATTACHED, PROVING -> order.hold("provisioning.used-before-release");
			case CANCELLING, CANCELLED -> LOG.warn("Order {} was used although it is taken back", order.id.order());
			case RELEASED, DOWNLOADED, FAILED, INSTALLED, HELD -> {
				// an older report that came late
			}
		}
	}

	private void failed(ProfileOrder order, Report report) {
		boolean phonesPoint = report.point() >= 1 && report.point() <= Report.INSTALLATION;
		if (phonesPoint && order.state.isOut() && order.state != State.INSTALLED) {
			order.reached(State.FAILED);
			order.note(report.code(), "");
			order.announce(new DownloadFailed(order.id, report.code(), this.clock.instant()));
		}
	}

}
