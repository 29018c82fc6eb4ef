package app.resim.provisioning;

import java.util.concurrent.atomic.AtomicLong;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.FakeProfileServer.Fate;
import app.resim.provisioning.port.LineRegister;
import app.resim.provisioning.port.LineRegisterContract;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.port.ProfileServerContract;
import org.junit.jupiter.api.Nested;

/**
 * The fakes of these tests are as strict as what they stand for.
 */
class FakesKeepTheContractTest {

	private static final AtomicLong NEXT = new AtomicLong(8985200300000000000L);

	@Nested
	class Server extends ProfileServerContract {

		private final FakeProfileServer server = new FakeProfileServer();

		@Override
		protected ProfileServer server() {
			return this.server;
		}

		@Override
		protected Iccid available() {
			return new Iccid(String.valueOf(NEXT.getAndIncrement()));
		}

		@Override
		protected void goDown() {
			this.server.next(Fate.UNREACHABLE, Fate.UNREACHABLE);
		}

		@Override
		protected void loseTheNextAnswer() {
			this.server.next(Fate.ANSWER_LOST);
		}

	}

	@Nested
	class Register extends LineRegisterContract {

		private FakeRegister register;

		@Override
		protected LineRegister register() {
			return this.register;
		}

		@Override
		protected Msisdn line() {
			this.register = new FakeRegister();
			this.register.add(Bench.LINE, Bench.OLD);
			return Bench.LINE;
		}

	}

}
