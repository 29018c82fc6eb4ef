package app.resim.provisioning.simulated;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Eid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Reports progress to the portal over HTTP, as a real SM-DP+ would.
 */
@Component
@WhileNoServerIsConfigured
class Notices {

	private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String VERSION = "gsma/rsp/v2.2.0";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Portal portal;

	private final FaultSwitch faultSwitch;

	private final Clock clock;

	Notices(Portal portal, FaultSwitch faultSwitch, Clock clock) {
		this.portal = portal;
		this.faultSwitch = faultSwitch;
		this.clock = clock;
	}

	/**
	 * A point that a phone passed or not.
	 *
	 * @param point 1 to 4
	 * @param code subject and reason code of the failure; empty for success
	 */
	record Point(int point, String code) {
	}

	/** Returns once the portal has answered all of them. */
	void send(SimulatedProfile profile, Optional<Eid> phone, Point... points) {
		List<ObjectNode> bodies = List.of(points).stream().map(point -> body(profile, phone, point)).toList();
		bodies.forEach(this::post);
		if (this.faultSwitch.fault() instanceof Fault.RepeatNotices) {
			bodies.reversed().forEach(this::post);
		}
	}

	private ObjectNode body(SimulatedProfile profile, Optional<Eid> phone, Point point) {
		ObjectNode body = JSON.createObjectNode();
		body.putObject("header")
			.put("functionRequesterIdentifier", "simulated")
			.put("functionCallIdentifier", "notice-" + this.clock.millis() + "-" + point.point());
		phone.ifPresent(eid -> body.put("eid", eid.eid()));
		body.put("iccid", profile.iccid().iccid() + "F")
			.put("profileType", profile.profileType())
			.put("timestamp", this.clock.instant().toString())
			.put("notificationPointId", point.point());
		ObjectNode status = body.putObject("notificationPointStatus");
		status.put("status", point.code().isEmpty() ? "Executed-Success" : "Failed");
		if (!point.code().isEmpty()) {
			int hyphen = Math.max(0, point.code().indexOf('-'));
			status.putObject("statusCodeData")
				.put("subjectCode", point.code().substring(0, hyphen))
				.put("reasonCode", point.code().substring(hyphen + 1));
		}
		return body;
	}

	private void post(ObjectNode body) {
		Optional<URI> told = this.portal.portal();
		if (told.isEmpty()) {
			return;
		}
		var request = this.portal
			.signed(HttpRequest.newBuilder(URI.create(told.get() + "/gsma/rsp2/es2plus/handleDownloadProgressInfo")))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.header("X-Admin-Protocol", VERSION)
			.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
			.build();
		try (HttpClient client = this.portal.client().version(HttpClient.Version.HTTP_1_1).build()) {
			var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
			if (answer.statusCode() != 204
					|| !answer.headers().firstValue("X-Admin-Protocol").equals(Optional.of(VERSION))) {
				LOG.warn("The portal answered a notice with HTTP {}", answer.statusCode());
			}
		}
		catch (IOException ex) {
			LOG.warn("The portal did not take a notice: {}", ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
