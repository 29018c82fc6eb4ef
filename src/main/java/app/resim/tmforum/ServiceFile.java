package app.resim.tmforum;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister.RegisteredLine;
import tools.jackson.databind.JsonNode;

/**
 * A line's service (TMF638) as the back end told it.
 *
 * @param service the service
 * @param sims the SIMs that are linked, the older ones first
 * @param agreed how to read it
 */
record ServiceFile(JsonNode service, List<Iccid> sims, TmForumProperties agreed) {

	static final String FIELDS = "id,state,serviceCharacteristic,supportingResource";

	private static final String CHARACTERISTICS = "serviceCharacteristic";

	private static final List<String> NOT_IN_USE = List.of("terminated", "designed", "reserved", "feasibilityChecked",
			"feasabilityChecked");

	static boolean isOf(Msisdn number, JsonNode service, TmForumProperties agreed) {
		return !Told.oneOf(NOT_IN_USE, Told.text(service, "state"))
				&& Told.characteristics(service, CHARACTERISTICS, agreed.names().number())
					.stream()
					.flatMap(text -> Told.number(text).stream())
					.anyMatch(number::equals);
	}

	static List<Iccid> ownSims(JsonNode service, TmForumProperties agreed) {
		return Told.characteristics(service, CHARACTERISTICS, agreed.names().iccid())
			.stream()
			.flatMap(text -> Told.iccid(text).stream())
			.distinct()
			.toList();
	}

	String id() {
		return Told.text(this.service, "id");
	}

	/** The service's own state counts where no characteristic tells. */
	boolean stopped() {
		return Told.oneOf(this.agreed.states().stopped(),
				told(this.agreed.names().running()).orElseGet(() -> Told.text(this.service, "state")));
	}

	RegisteredLine registered() {
		return new RegisteredLine(this.sims.stream().findFirst(), stopped(),
				told(this.agreed.names().runningSince()).flatMap(Told::instant), told(this.agreed.names().attached())
					.map(word -> Told.oneOf(List.of("true", "yes", "1", "attached"), word)));
	}

	private Optional<String> told(String name) {
		return Told.characteristic(this.service, CHARACTERISTICS, name);
	}

	@Override
	public String toString() {
		return "ServiceFile[]";
	}

}
