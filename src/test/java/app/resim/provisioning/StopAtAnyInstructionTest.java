package app.resim.provisioning;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import java.util.function.Supplier;
import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.provisioning.FakeProfileServer.Fate;
import app.resim.provisioning.FakeProfileServer.Killed;
import app.resim.provisioning.FakeProfileServer.State;
import app.resim.provisioning.port.ProgressReports.Report;
import app.resim.provisioning.port.ProgressReports.Result;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is killed once before or after each commit and each outer call, and
 * started again: the line ends where it should, on one profile.
 */
class StopAtAnyInstructionTest {

	private static final DataSource DATABASE = Bench.pooled(FreshDatabase.h2());

	@Test
	void aReplacementEndsOnOneProfileWhereverItIsStopped() {
		int kills = 1;
		int stopped = 0;
		for (int point = 0; kills > 0; point++) {
			Bench.empty(DATABASE);
			var process = new StoppedProcess(point);
			OrderId id = process.bench.fresh();
			process.untilDone(() -> process.bench.order(id));
			process.untilDone(() -> process.bench.provisioning.attach(id));
			process.untilDone(() -> process.bench.provisioning.release(id));
			process.untilDone(() -> {
				process.bench.report(id, Report.INSTALLATION, Result.SUCCESS, "");
				return new Step.Done();
			});
			process.untilDone(() -> process.bench.provisioning.endOldSim(id));

			assertThat(process.bench.server.count(State.ORDERED, State.RELEASED)).as("point %d", point).isOne();
			assertThat(process.bench.state(id)).isEqualTo("INSTALLED");
			assertThat(process.bench.committed(ProfileInstalled.class)).isOne();
			assertThat(process.bench.provisioning.download(id).orElseThrow().matchingId())
				.isEqualTo(process.bench.profile(id).matchingId);
			assertThat(process.bench.register.sims.get(Bench.LINE)).containsExactly(process.bench.iccid(id));
			kills = process.kills;
			stopped += kills;
		}
		assertThat(stopped).as("points at which the process was stopped").isGreaterThan(20);
	}

	@Test
	void aCancellationLeavesTheOldSimAndNoCodeWhereverItIsStopped() {
		int stopped = 0;
		for (String from : List.of("ORDERED", "ATTACHED", "RELEASED")) {
			int kills = 1;
			for (int point = 0; kills > 0; point++) {
				Bench.empty(DATABASE);
				var process = new StoppedProcess(Integer.MAX_VALUE);
				OrderId id = switch (from) {
					case "ORDERED" -> process.bench.ordered();
					case "ATTACHED" -> process.bench.attached();
					default -> process.bench.released();
				};
				process.stopAfter(point);
				process.untilDone(() -> process.bench.provisioning.cancel(id, Bench.LINE));

				assertThat(process.bench.server.count(State.ORDERED, State.RELEASED)).as("%s, point %d", from, point)
					.isZero();
				assertThat(process.bench.provisioning.download(id)).isEmpty();
				assertThat(process.bench.state(id)).isEqualTo("CANCELLED");
				assertThat(process.bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
				kills = process.kills;
				stopped += kills;
			}
		}
		assertThat(stopped).as("points at which the process was stopped").isGreaterThan(20);
	}

	/** A process that is killed at its n-th point and started again at once. */
	private static final class StoppedProcess {

		private static final List<Fate> BEFORE_AND_AFTER = List.of(Fate.BOOM_BEFORE, Fate.BOOM_AFTER);

		final Bench bench;

		int kills;

		private int left;

		StoppedProcess(int point) {
			this.left = point;
			this.bench = Bench.withPool(DATABASE, new JdbcTransactionManager(DATABASE) {

				@Override
				protected void doCommit(DefaultTransactionStatus status) {
					point();
					super.doCommit(status);
					point();
				}

			});
			this.bench.server.meanwhile = () -> arm(this.bench.server.fates);
		}

		void stopAfter(int point) {
			this.left = point;
		}

		private void point() {
			if (this.left-- == 0) {
				this.kills++;
				throw new Killed();
			}
		}

		/** Before and after each call to the server are points, too. */
		private void arm(Queue<Fate> fates) {
			for (Fate fate : BEFORE_AND_AFTER) {
				if (this.left-- == 0) {
					this.kills++;
					fates.add(fate);
				}
			}
		}

		void untilDone(Supplier<Step> step) {
			for (int i = 0; i < 10; i++) {
				this.bench.register.fates.clear();
				var fates = new ArrayDeque<Fate>();
				arm(fates);
				this.bench.register.fates.addAll(fates);
				try {
					if (step.get() instanceof Step.Done) {
						return;
					}
				}
				catch (Killed ex) {
					// the next turn is the new process
				}
				this.bench.clock.move(Bench.A_WHILE);
			}
			throw new AssertionError("It never ends");
		}

	}

}
