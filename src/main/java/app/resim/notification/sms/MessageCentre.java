package app.resim.notification.sms;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's message centre, reached by one session for all threads. It is bound when
 * the first message needs it and again after it broke; after a binding that failed there
 * is a pause, because some centres lock out who knocks too often.
 */
final class MessageCentre implements AutoCloseable {

	static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private static final Logger LOG = LoggerFactory.getLogger(MessageCentre.class);

	private final SmppProperties agreed;

	private final Supplier<Optional<SSLContext>> tls;

	private final Clock clock;

	private final ReentrantLock binding = new ReentrantLock();

	private Instant notBefore = Instant.MIN;

	private volatile @Nullable BoundSession session;

	private volatile boolean closed;

	/** Thrown when the message centre does not know the name or the password. */
	static class WrongCredentials extends IOException {

		WrongCredentials() {
			super("The message centre refused the name or the password");
		}

	}

	/** Thrown when the message centre lets nobody in under that name now. */
	static class BindRefused extends IOException {

		BindRefused() {
			super("The message centre refused the binding");
		}

	}

	MessageCentre(SmppProperties agreed, Supplier<Optional<SSLContext>> tls, Clock clock) {
		this.agreed = agreed;
		this.tls = tls;
		this.clock = clock;
	}

	/**
	 * Hands one part over.
	 * @param digits the number without plus
	 * @param part the part
	 * @param until when to give up
	 * @throws NegativeResponseException if the message centre said no
	 * @throws IOException if there is no telling whether it has it
	 */
	void submit(String digits, Part part, Deadline until) throws IOException, NegativeResponseException {
		BoundSession bound = bound(until);
		try {
			bound.submit(digits, part, until);
		}
		catch (IOException ex) {
			bound.drop();
			throw ex;
		}
		catch (NegativeResponseException ex) {
			if (ex.getCommandStatus() == SMPPConstant.STAT_ESME_RINVBNDSTS) {
				bound.drop();
			}
			throw ex;
		}
	}

	private BoundSession bound(Deadline until) throws IOException {
		try {
			if (!this.binding.tryLock(until.left(), TimeUnit.NANOSECONDS)) {
				throw new SocketTimeoutException("Somebody else is still binding");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted");
		}
		try {
			BoundSession present = this.session;
			return (present != null && !present.isOver()) ? present : bind(until);
		}
		finally {
			this.binding.unlock();
		}
	}

	private BoundSession bind(Deadline until) throws IOException {
		if (this.clock.instant().isBefore(this.notBefore)) {
			throw new ConnectException("The last binding failed a moment ago");
		}
		var fresh = new BoundSession(this.agreed, this.tls.get());
		BoundSession broken = this.session;
		this.session = fresh;
		if (broken != null) {
			broken.drop();
		}
		try {
			if (this.closed) {
				throw new SocketException("Resim is stopping");
			}
			fresh.bind(until);
			LOG.info("Bound to the message centre");
			return fresh;
		}
		catch (NegativeResponseException ex) {
			throw failed(fresh, refused(ex.getCommandStatus()));
		}
		catch (IOException ex) {
			LOG.warn("The message centre cannot be reached: {}", ex.getClass().getSimpleName());
			throw failed(fresh, ex);
		}
	}

	private IOException failed(BoundSession fresh, IOException fault) {
		fresh.drop();
		this.notBefore = this.clock.instant().plus(PAUSE);
		return fault;
	}

	private static IOException refused(int status) {
		return switch (status) {
			case SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID -> {
				LOG.warn(
						"The message centre refused the name or the password (command_status {}): look at resim.notification.sms.smpp.system-id and .password",
						status);
				yield new WrongCredentials();
			}
			default -> {
				LOG.warn("The message centre refused the binding (command_status {})", status);
				yield new BindRefused();
			}
		};
	}

	@Override
	public void close() {
		this.closed = true;
		BoundSession last = this.session;
		if (last != null) {
			last.leave(Deadline.in(FAREWELL));
		}
	}

}
