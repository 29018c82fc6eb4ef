package app.resim.provisioning.simulated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.SimulatedSmDp.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tester does besides ES2+: be a phone, look at the profiles, set a fault.
 */
final class PhoneDoor {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String USAGE = """
			A simulated SM-DP+, for testing only. ES2+ is on the other port, over TLS with a client certificate.

			curl -d code='LPA:1$…$…' http://HERE/phone/install               a phone installs: the whole code or the MatchingID
			curl -d code=… -d eid=… http://HERE/phone/install                a certain phone does; also confirmation=…
			curl -d code=… -d reason=8.2.10-4.2 http://HERE/phone/fail       a phone cannot; after 8.8.5-6.4 and 8.2.7-6.4 never again
			curl http://HERE/profiles                                        what is or was ordered
			curl -d name=… http://HERE/fault                                 from now on: %s
			curl http://HERE/fault                                           what goes wrong now
			"""
		.formatted(Fault.NAMES);

	private final SimulatedSmDp smDp;

	private final Shelf shelf;

	PhoneDoor(SimulatedSmDp smDp, Shelf shelf) {
		this.smDp = smDp;
		this.shelf = shelf;
	}

	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			switch (request.getMethod() + " " + request.getRequestURI()) {
				case "GET /" -> write(response, 200, "text/plain", usage(request));
				case "GET /profiles" -> write(response, 200, "application/json", profiles());
				case "GET /fault" -> write(response, 200, "text/plain", this.smDp.fault() + "\n");
				case "POST /fault" -> {
					this.smDp.setFault(Fault.named(parameter(request, "name").orElse("none")));
					write(response, 200, "text/plain", this.smDp.fault() + "\n");
				}
				case "POST /phone/install" -> fared(response, meant(request).map(iccid -> install(iccid, request)));
				case "POST /phone/fail" -> fared(response, meant(request)
					.map(iccid -> this.smDp.fail(iccid, parameter(request, "reason").orElse("8.2.10-4.2"))));
				default -> write(response, 404, "text/plain", usage(request));
			}
		}
		catch (IllegalArgumentException ex) {
			write(response, 400, "text/plain", ex.getMessage() + "\n");
		}
	}

	private Attempt install(Iccid iccid, HttpServletRequest request) {
		Optional<String> asked = this.shelf.confirmationCode(iccid);
		Optional<String> typed = parameter(request, "confirmation");
		if (asked.isPresent() && !asked.equals(typed)) {
			return new Attempt.Refused(typed.isPresent() ? "8.2.7-3.8" : "8.2.7-2.2");
		}
		return this.smDp.install(iccid, parameter(request, "eid").map(Eid::new));
	}

	private String profiles() {
		var list = JSON.createArrayNode();
		for (SimulatedProfile profile : this.smDp.profiles()) {
			ObjectNode one = list.addObject()
				.put("iccid", profile.iccid().iccid())
				.put("profileType", profile.profileType())
				.put("state", profile.state().name())
				.put("changedAt", profile.changedAt().toString());
			profile.eid().ifPresent(eid -> one.put("eid", eid.eid()));
		}
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
	}

	/** A phone sends only the MatchingID, which is the third part of the code. */
	private Optional<Iccid> meant(HttpServletRequest request) {
		String[] code = parameter(request, "code").orElse("").strip().split("\\$", -1);
		return this.shelf.byMatchingId((code.length > 2) ? code[2] : code[0]);
	}

	private static Optional<String> parameter(HttpServletRequest request, String name) {
		return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
	}

	private static String usage(HttpServletRequest request) {
		return USAGE.replace("HERE", "localhost:" + request.getLocalPort());
	}

	private static void fared(HttpServletResponse response, Optional<Attempt> attempt) throws IOException {
		switch (attempt.orElse(new Attempt.Refused("8.2.6-3.8"))) {
			case Attempt.Installed() -> write(response, 200, "application/json", "{\"installed\":true}\n");
			case Attempt.Refused(String code) ->
				write(response, 409, "application/json", "{\"installed\":false,\"code\":\"" + code + "\"}\n");
		}
	}

	private static void write(HttpServletResponse response, int status, String type, String text) throws IOException {
		response.setStatus(status);
		response.setContentType(type + ";charset=UTF-8");
		response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

}
