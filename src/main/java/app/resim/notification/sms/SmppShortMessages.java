package app.resim.notification.sms;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import javax.net.ssl.SSLContext;

import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short messages over SMPP v3.4. Long ones go in parts, one after the other; if one of
 * them is not taken the whole is repeated later, and the phone drops what it had of the
 * first try, because the second has another reference.
 */
final class SmppShortMessages implements ShortMessageGateway, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(SmppShortMessages.class);

	private final SmppProperties agreed;

	private final MessageCentre centre;

	private final Pace pace;

	private final AtomicInteger reference;

	SmppShortMessages(SmppProperties agreed, Supplier<Optional<SSLContext>> tls, Clock clock, RandomGenerator chance) {
		this.agreed = agreed;
		this.centre = new MessageCentre(agreed, tls, clock);
		this.pace = new Pace(agreed.messagesPerSecond(), System.nanoTime());
		// several nodes write to the same phone: let them not count in step
		this.reference = new AtomicInteger(chance.nextInt(Part.MOST));
	}

	@Override
	public Outcome send(ShortMessage message) {
		List<Part> parts = Part.of(message.text(), this.reference.getAndIncrement());
		if (parts.size() > Part.MOST) {
			return Outcome.REFUSED;
		}
		try {
			submit(message.to().e164().substring(1), parts, Deadline.in(this.agreed.longestSend()));
			return Outcome.TAKEN;
		}
		catch (NegativeResponseException ex) {
			return answered(ex);
		}
		catch (IOException ex) {
			throw new GatewayUnreachable("sms", ex);
		}
	}

	private void submit(String digits, List<Part> parts, Deadline until) throws IOException, NegativeResponseException {
		long[] turns = this.pace.take(parts.size(), System.nanoTime(), until.left())
			.orElseThrow(() -> new SocketTimeoutException("Too many are waiting"));
		for (int part = 0; part < turns.length; part++) {
			await(turns[part]);
			this.centre.submit(digits, parts.get(part), until);
		}
	}

	private static void await(long turn) {
		for (long left = turn - System.nanoTime(); left > 0
				&& !Thread.currentThread().isInterrupted(); left = turn - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	/** Only what is wrong with the number itself is final (SMPP v3.4, 5.1.3). */
	private static Outcome answered(NegativeResponseException answer) {
		LOG.warn("The message centre took no message (command_status {})", answer.getCommandStatus());
		return switch (answer.getCommandStatus()) {
			case SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON,
					SMPPConstant.STAT_ESME_RINVDSTNPI ->
				Outcome.REFUSED;
			default -> throw new GatewayUnreachable("sms", answer);
		};
	}

	@Override
	public void close() {
		this.centre.close();
	}

}
