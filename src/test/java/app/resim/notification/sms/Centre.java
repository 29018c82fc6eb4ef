package app.resim.notification.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

import javax.net.ServerSocketFactory;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.PDUStringException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/**
 * A message centre with phones that put long messages together. It reads the alphabet by
 * a table of its own.
 */
final class Centre implements AutoCloseable, ServerMessageReceiverListener {

	static final String PASSWORD = "k9-plain";

	/** Everything that was submitted and taken. */
	final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();

	final List<BindRequest> bound = new CopyOnWriteArrayList<>();

	final CountDownLatch enquired = new CountDownLatch(1);

	/** Somebody said good-bye. */
	final CountDownLatch left = new CountDownLatch(1);

	private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();

	private final ConcurrentHashMap<String, TreeMap<Integer, byte[]>> halves = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<String, List<String>> phones = new ConcurrentHashMap<>();

	private final ServerSocketFactory sockets;

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Answer answer = (message, session) -> {
	};

	private final int port;

	private volatile ServerSocket door;

	/** What happens to a message before it is taken. */
	@FunctionalInterface
	interface Answer {

		void to(SubmitSm message, SMPPServerSession session) throws ProcessRequestException;

	}

	Centre() {
		this(ServerSocketFactory.getDefault());
	}

	Centre(ServerSocketFactory sockets) {
		this.sockets = sockets;
		this.door = open(0);
		this.port = this.door.getLocalPort();
	}

	int port() {
		return this.port;
	}

	void answers(Answer answer) {
		this.answer = answer;
	}

	/** Says no with this status. */
	static Answer says(int status) {
		return (message, session) -> {
			throw new ProcessRequestException("No", status);
		};
	}

	/** Falls silent until the test is over. */
	void fallsSilent() {
		answers((message, session) -> {
			try {
				this.closed.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			throw new ProcessRequestException("Over", SMPPConstant.STAT_ESME_RSYSERR);
		});
	}

	void dropSessions() {
		this.sessions.forEach(SMPPServerSession::close);
		this.sessions.clear();
	}

	void goDown() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		dropSessions();
	}

	void comeBack() {
		this.door = open(this.port);
	}

	List<String> on(String digits) {
		return List.copyOf(this.phones.getOrDefault(digits, List.of()));
	}

	private ServerSocket open(int wished) {
		try {
			ServerSocket fresh = this.sockets.createServerSocket(wished, 50, InetAddress.getLoopbackAddress());
			var listener = new SMPPServerSessionListener(0, at(fresh));
			listener.setMessageReceiverListener(this);
			listener.setSessionStateListener((state, before, session) -> {
				if (state == SessionState.UNBOUND) {
					this.left.countDown();
				}
			});
			// one slow answer is not to hold up the others
			listener.setPduProcessorDegree(8);
			Thread.ofVirtual().start(() -> serve(listener, fresh));
			return fresh;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(SMPPServerSessionListener listener, ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				SMPPServerSession session = listener.accept();
				Thread.ofVirtual().start(() -> welcome(session));
			}
			catch (IOException ex) {
				// nobody came, or somebody who could not speak
			}
		}
	}

	private void welcome(SMPPServerSession session) {
		try {
			BindRequest request = session.waitForBind(5000);
			this.bound.add(request);
			if (!request.getPassword().equals(PASSWORD)) {
				request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
				session.close();
				return;
			}
			this.sessions.add(session);
			request.accept("centre");
		}
		catch (IOException | TimeoutException | PDUStringException ex) {
			session.close();
		}
	}

	@Override
	public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
		this.answer.to(message, session);
		if (message.getDestAddress().endsWith("999")) {
			throw new ProcessRequestException("Nobody", SMPPConstant.STAT_ESME_RINVDSTADR);
		}
		this.submitted.add(message);
		arrive(message);
		return result();
	}

	static SubmitSmResult result() throws ProcessRequestException {
		try {
			return new SubmitSmResult(new MessageId("1"), new OptionalParameter[0]);
		}
		catch (PDUStringException ex) {
			throw new ProcessRequestException("Never", SMPPConstant.STAT_ESME_RSYSERR);
		}
	}

	private synchronized void arrive(SubmitSm message) {
		byte[] octets = message.getShortMessage();
		if (!message.isUdhi()) {
			show(message, octets);
			return;
		}
		if (octets[0] != 5 || octets[1] != 0 || octets[2] != 3) {
			throw new IllegalStateException("No header of a part");
		}
		var parts = this.halves.computeIfAbsent(message.getDestAddress() + "/" + octets[3], key -> new TreeMap<>());
		parts.put((int) octets[5], Arrays.copyOfRange(octets, 6, octets.length));
		if (parts.size() == octets[4]) {
			this.halves.remove(message.getDestAddress() + "/" + octets[3]);
			var whole = new ByteArrayOutputStream();
			parts.values().forEach(whole::writeBytes);
			show(message, whole.toByteArray());
		}
	}

	private void show(SubmitSm message, byte[] octets) {
		String text = (message.getDataCoding() == 8) ? new String(octets, StandardCharsets.UTF_16BE)
				: Septets.read(octets);
		this.phones.computeIfAbsent(message.getDestAddress(), phone -> new ArrayList<>()).add(text);
	}

	private static ServerConnectionFactory at(ServerSocket socket) {
		return new ServerConnectionFactory() {

			@Override
			public ServerConnection listen(int port) {
				return new ServerSocketConnection(socket);
			}

			@Override
			public ServerConnection listen(int port, int timeout) {
				return listen(port);
			}

			@Override
			public ServerConnection listen(int port, int timeout, int backlog) {
				return listen(port);
			}

		};
	}

	@Override
	public void close() {
		this.closed.countDown();
		goDown();
	}

	@Override
	public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession session)
			throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
			throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
			throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
			throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm data, Session session) throws ProcessRequestException {
		throw notOffered();
	}

	@Override
	public void onAcceptEnquireLink(EnquireLink enquiry, Session session) {
		this.enquired.countDown();
	}

	private static ProcessRequestException notOffered() {
		return new ProcessRequestException("Not offered", SMPPConstant.STAT_ESME_RINVCMDID);
	}

}
