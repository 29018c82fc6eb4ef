package app.resim.provisioning;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import app.resim.counterpart.Counterpart;
import app.resim.counterpart.Counterparts;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Leaves an SM-DP+ and a network that do not answer in peace for a while, whichever
 * adapter speaks with them. What is not asked meanwhile is answered as by one that cannot
 * be reached: surely nothing was done.
 */
@Configuration
class Shielded {

	static final String SERVER = "sm-dp+";

	static final String NETWORK = "network";

	/** What a network that is well does not say. */
	private static final Set<String> NO_ANSWER = Set.of("unreachable", "timeout", "reset");

	@Bean
	static BeanPostProcessor shieldedPorts(ObjectProvider<Counterparts> counterparts) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return switch (bean) {
					case ProfileServer server -> new Server(server, () -> counterparts.getObject().of(SERVER));
					case LineRegister register -> new Register(register, () -> counterparts.getObject().of(NETWORK));
					default -> bean;
				};
			}
		};
	}

	/** The SM-DP+. A refusal is an answer like any other. */
	record Server(ProfileServer server, Supplier<Counterpart> counterpart) implements ProfileServer {

		private <T> Outcome<T> ask(Supplier<Outcome<T>> call) {
			return this.counterpart.get().ask(call, Server::isNone, Outcome.Unreachable::new);
		}

		private static boolean isNone(Outcome<?> outcome) {
			return switch (outcome) {
				case Outcome.Done<?> done -> false;
				case Outcome.Refused<?> refused -> false;
				case Outcome.Expired<?> expired -> true;
				case Outcome.Unreachable<?> unreachable -> true;
				case Outcome.Unknown<?> unknown -> true;
			};
		}

		@Override
		public Duration longestCall() {
			return this.server.longestCall();
		}

		@Override
		public boolean acceptsMatchingId() {
			return this.server.acceptsMatchingId();
		}

		@Override
		public String defaultAddress() {
			return this.server.defaultAddress();
		}

		@Override
		public Outcome<Iccid> downloadOrder(String call, Order order) {
			return ask(() -> this.server.downloadOrder(call, order));
		}

		@Override
		public Outcome<Confirmation> confirmOrder(String call, Confirm confirm) {
			return ask(() -> this.server.confirmOrder(call, confirm));
		}

		@Override
		public Outcome<Nothing> cancelOrder(String call, Cancel cancel) {
			return ask(() -> this.server.cancelOrder(call, cancel));
		}

		@Override
		public Outcome<Nothing> releaseProfile(String call, Iccid iccid) {
			return ask(() -> this.server.releaseProfile(call, iccid));
		}

	}

	/** The network. */
	record Register(LineRegister register, Supplier<Counterpart> counterpart) implements LineRegister {

		private Change change(Supplier<Change> call) {
			return this.counterpart.get()
				.ask(call, change -> change instanceof Change.Later(String fault) && NO_ANSWER.contains(fault),
						() -> new Change.Later("unreachable"));
		}

		@Override
		public Duration longestCall() {
			return this.register.longestCall();
		}

		@Override
		public Optional<RegisteredLine> state(Msisdn line) {
			return this.counterpart.get().ask(() -> this.register.state(line), found -> false, () -> {
				throw new RegisterUnreachable(new IllegalStateException("Left in peace for a while"));
			});
		}

		@Override
		public Change stop(Msisdn line) {
			return change(() -> this.register.stop(line));
		}

		@Override
		public Change start(Msisdn line) {
			return change(() -> this.register.start(line));
		}

		@Override
		public Change attach(Msisdn line, Iccid iccid) {
			return change(() -> this.register.attach(line, iccid));
		}

		@Override
		public Change endSim(Msisdn line, Iccid iccid) {
			return change(() -> this.register.endSim(line, iccid));
		}

	}

}
