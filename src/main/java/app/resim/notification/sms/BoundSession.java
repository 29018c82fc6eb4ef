package app.resim.notification.sms;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;

/**
 * A transmitter session from its binding to its end. Each call ends at its deadline, and
 * soon when the session ends. No fault carries what the other side or the library said:
 * that may quote numbers and words.
 */
final class BoundSession {

	/** {@code esm_class}: the message begins with a user data header. */
	private static final int HEADED = 0x40;

	/** A last answer may still be on its way between threads when the end is known. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final SmppProperties agreed;

	private final Cable cable;

	private final SMPPSession session;

	private final BindAnswer bindAnswer = new BindAnswer();

	private final CompletableFuture<@Nullable Object> over = new CompletableFuture<>();

	/** Something that the library does, for as long as it likes. */
	@FunctionalInterface
	private interface Exchange {

		void run() throws Exception;

	}

	BoundSession(SmppProperties agreed, Optional<SSLContext> tls) {
		this.agreed = agreed;
		this.cable = new Cable(tls, agreed.connectTimeout());
		this.session = new SMPPSession(new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
				this.bindAnswer, this.cable);
		this.session.setEnquireLinkTimer((int) agreed.enquireLink().toMillis());
		this.session.setTransactionTimer(agreed.answerTimeout().toMillis());
		this.session.addSessionStateListener((state, before, source) -> {
			if (state == SessionState.CLOSED || state == SessionState.UNBOUND) {
				this.over.complete(null);
			}
		});
	}

	void bind(Deadline until) throws IOException, NegativeResponseException {
		var parameters = new BindParameter(BindType.BIND_TX, this.agreed.systemId(), this.agreed.password(),
				this.agreed.systemType(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "");
		try {
			within(until, () -> this.session.connectAndBind(this.agreed.host(), this.agreed.port(), parameters,
					this.agreed.answerTimeout().toMillis()));
		}
		catch (IOException ex) {
			if (this.bindAnswer.wasNo()) {
				throw new NegativeResponseException(this.bindAnswer.status());
			}
			throw ex;
		}
	}

	void submit(String digits, Part part, Deadline until) throws IOException, NegativeResponseException {
		var esmClass = new ESMClass(part.headed() ? HEADED : 0);
		within(until,
				() -> this.session.submitShortMessage("", this.agreed.senderTon(), this.agreed.senderNpi(),
						this.agreed.sender(), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, digits, esmClass,
						(byte) 0, (byte) 0, null, null, new RegisteredDelivery(0), (byte) 0,
						new RawDataCoding(part.coding()), (byte) 0, part.octets()));
	}

	boolean isOver() {
		return this.over.isDone();
	}

	/** Says good-bye, and leaves at the deadline without. */
	void leave(Deadline until) {
		try {
			within(until, this.session::unbindAndClose);
		}
		catch (IOException | NegativeResponseException ex) {
			// it ends anyway
		}
		finally {
			drop();
		}
	}

	/** Ends it at once. Whoever waits for an answer stops waiting. */
	void drop() {
		this.cable.cut();
		this.over.complete(null);
		// the library waits for threads of its own
		Thread.ofVirtual().name("smpp-close").start(this.session::close);
	}

	private void within(Deadline until, Exchange exchange) throws IOException, NegativeResponseException {
		var answer = new CompletableFuture<@Nullable Object>();
		Thread.ofVirtual().name("smpp").start(() -> {
			try {
				exchange.run();
				answer.complete(null);
			}
			catch (Exception ex) {
				answer.completeExceptionally(ex);
			}
		});
		try {
			CompletableFuture.anyOf(answer, this.over).get(until.left(), TimeUnit.NANOSECONDS);
			answer.get(Math.min(until.left(), GRACE.toNanos()), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw sorted(ex.getCause());
		}
		catch (TimeoutException ex) {
			throw isOver() ? new EOFException("The session has ended")
					: new SocketTimeoutException("No answer in time");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted");
		}
	}

	/** The library wraps what it caught into an {@link IOException} while it binds. */
	private static IOException sorted(@Nullable Throwable fault) throws NegativeResponseException {
		for (Throwable each = fault; each != null; each = each.getCause()) {
			switch (each) {
				case NegativeResponseException answered -> throw answered;
				case ResponseTimeoutException late -> {
					return new SocketTimeoutException("No answer in time");
				}
				default -> {
				}
			}
		}
		return (fault instanceof IOException broken) ? broken : new ProtocolException("No sensible answer");
	}

}
