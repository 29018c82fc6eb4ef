package app.resim.provisioning.es2plus;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks ES2+ (SGP.22, 5.3 and 6.5.2) with an SM-DP+. Sends nothing that the standard
 * does not name and leaves optional fields out.
 */
final class Es2PlusClient implements ProfileServer {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int UNPADDED = 19;

	private final Es2PlusProperties agreed;

	private final Optional<StandIn> standIn;

	private final Wire wire;

	private final MeterRegistry meters;

	Es2PlusClient(Es2PlusProperties agreed, Optional<StandIn> standIn, Wire wire, MeterRegistry meters) {
		this.agreed = agreed;
		this.standIn = standIn;
		this.wire = wire;
		this.meters = meters;
	}

	@Override
	public Duration longestCall() {
		return this.agreed.connectTimeout().plus(this.agreed.readTimeout());
	}

	/** The stand-in echoes what it is sent; of others it must have been agreed. */
	@Override
	public boolean acceptsMatchingId() {
		return this.agreed.sendMatchingId() || this.standIn.isPresent();
	}

	@Override
	public String defaultAddress() {
		return this.agreed.smdpAddress().isBlank() ? this.standIn.map(StandIn::smdpAddress).orElse("")
				: this.agreed.smdpAddress();
	}

	@Override
	public Outcome<Iccid> downloadOrder(String call, Order order) {
		ObjectNode body = body(call);
		sent(order.eid()).ifPresent(eid -> body.put("eid", eid.eid()));
		order.iccid().ifPresent(iccid -> body.put("iccid", padded(iccid)));
		body.put("profileType", order.profileType());
		return call("downloadOrder", body, answer -> iccid(answer).or(order::iccid));
	}

	@Override
	public Outcome<Confirmation> confirmOrder(String call, Confirm confirm) {
		ObjectNode body = body(call).put("iccid", padded(confirm.iccid()));
		Optional<Eid> eid = sent(confirm.eid());
		Optional<String> matchingId = confirm.matchingId().filter(wished -> acceptsMatchingId());
		eid.ifPresent(bound -> body.put("eid", bound.eid()));
		matchingId.ifPresent(wished -> body.put("matchingId", wished));
		confirm.confirmationCode().ifPresent(code -> body.put("confirmationCode", code));
		body.put("releaseFlag", true);
		return call("confirmOrder", body, answer -> confirmation(answer, eid, matchingId));
	}

	@Override
	public Outcome<Nothing> cancelOrder(String call, Cancel cancel) {
		ObjectNode body = body(call).put("iccid", padded(cancel.iccid()));
		sent(cancel.eid()).ifPresent(eid -> body.put("eid", eid.eid()));
		cancel.matchingId().ifPresent(matchingId -> body.put("matchingId", matchingId));
		body.put("finalProfileStatusIndicator", cancel.reusable() ? "Available" : "Unavailable");
		return call("cancelOrder", body, answer -> Optional.of(new Nothing()));
	}

	@Override
	public Outcome<Nothing> releaseProfile(String call, Iccid iccid) {
		return call("releaseProfile", body(call).put("iccid", padded(iccid)), answer -> Optional.of(new Nothing()));
	}

	private <T> Outcome<T> call(String function, ObjectNode body, Function<JsonNode, Optional<T>> content) {
		Timer.Sample sample = Timer.start(this.meters);
		Outcome<T> outcome = Answers.sort(post(function, body), content);
		sample.stop(this.meters.timer("resim.es2plus.calls", "function", function, "outcome", word(outcome)));
		return outcome;
	}

	private Reply post(String function, ObjectNode body) {
		Optional<URI> server = this.agreed.endpoint()
			.or(() -> this.standIn.flatMap(StandIn::url).map(Es2PlusProperties::endpoint));
		if (server.isEmpty()) {
			return new Reply.NotSent();
		}
		byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
		URI uri = URI.create(server.get() + "/" + function);
		return this.standIn
			.map(own -> this.wire.post(uri, json, "X-Admin-Protocol", this.agreed.adminProtocol(), "Authorization",
					"Bearer " + own.secret()))
			.orElseGet(() -> this.wire.post(uri, json, "X-Admin-Protocol", this.agreed.adminProtocol()));
	}

	private ObjectNode body(String call) {
		ObjectNode body = JSON.createObjectNode();
		body.putObject("header")
			.put("functionRequesterIdentifier", this.agreed.requesterIdentifier())
			.put("functionCallIdentifier", call);
		return body;
	}

	private Optional<Eid> sent(Optional<Eid> eid) {
		return eid.filter(known -> this.agreed.sendEid());
	}

	private String padded(Iccid iccid) {
		return (this.agreed.iccidPadding() && iccid.iccid().length() == UNPADDED) ? iccid.iccid() + "F" : iccid.iccid();
	}

	private Optional<Confirmation> confirmation(JsonNode answer, Optional<Eid> eid, Optional<String> wished) {
		String matchingId = Answers.text(answer, "matchingId");
		String echo = Answers.text(answer, "eid");
		String address = Answers.text(answer, "smdpAddress");
		if (matchingId.isEmpty() && wished.isEmpty()) {
			return Optional.empty();
		}
		boolean same = wished.map(matchingId::equals).orElse(true)
				&& eid.map(sent -> echo.isEmpty() || echo.equals(sent.eid())).orElse(true);
		return Optional.of(new Confirmation(matchingId, address.isEmpty() ? defaultAddress() : address, eid, same));
	}

	private static Optional<Iccid> iccid(JsonNode answer) {
		try {
			return Optional.of(Iccid.of(Answers.text(answer, "iccid").toUpperCase(Locale.ROOT)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String word(Outcome<?> outcome) {
		return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
	}

}
