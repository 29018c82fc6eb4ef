package app.resim.tmforum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something to be done to a line.
 *
 * @param kind what
 * @param line to which
 * @param iccid the SIM that is meant, if one is
 */
record Deed(Kind kind, Msisdn line, Optional<Iccid> iccid) {

	/** What is done. */
	enum Kind {

		STOP("line-stop"), START("line-start"), ATTACH("sim-attach"), END_SIM("sim-end");

		private final String category;

		Kind(String category) {
			this.category = category;
		}

		private Kind opposite() {
			return switch (this) {
				case STOP -> START;
				case START -> STOP;
				case ATTACH -> END_SIM;
				case END_SIM -> ATTACH;
			};
		}

	}

	/** The same for the same deed, for ever; tells nobody the number. */
	String externalId() {
		String meant = this.line.e164() + ' ' + this.iccid.map(Iccid::iccid).orElse("");
		try {
			byte[] print = MessageDigest.getInstance("SHA-256").digest(meant.getBytes(StandardCharsets.UTF_8));
			return "resim-" + this.kind.category + "-" + HexFormat.of().formatHex(print, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What would undo it. */
	Deed opposite() {
		return new Deed(this.kind.opposite(), this.line, this.iccid);
	}

	/**
	 * SIMs are linked once and ended once; a line is stopped and started again and again.
	 */
	boolean isForGood() {
		return this.iccid.isPresent();
	}

	boolean isDone(ServiceFile service) {
		return switch (this.kind) {
			case STOP -> service.stopped();
			case START -> !service.stopped();
			case ATTACH -> service.sims().contains(this.iccid.orElseThrow());
			case END_SIM -> !service.sims().contains(this.iccid.orElseThrow());
		};
	}

	/** TMF641: one item that modifies the service. */
	ObjectNode order(ServiceFile service, TmForumProperties agreed) {
		ObjectNode order = JsonMapper.shared().createObjectNode();
		order.put("externalId", externalId()).put("category", this.kind.category);
		ObjectNode item = order.putArray("serviceOrderItem").addObject().put("id", "1").put("action", "modify");
		ObjectNode wish = item.putObject("service").put("id", service.id());
		ObjectNode characteristic = wish.putArray("serviceCharacteristic").addObject();
		switch (this.kind) {
			case STOP ->
				characteristic.put("name", agreed.names().running()).put("value", agreed.states().stopped().getFirst());
			case START -> characteristic.put("name", agreed.names().running()).put("value", agreed.states().running());
			case ATTACH -> characteristic.put("name", agreed.names().iccid()).put("value", sim());
			case END_SIM -> characteristic.put("name", agreed.names().endedIccid()).put("value", sim());
		}
		return order;
	}

	private String sim() {
		return this.iccid.orElseThrow().iccid();
	}

}
