package app.resim;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

/**
 * What stands in for an outer system during a demonstration: everything in a package
 * called {@code simulated}.
 *
 * @param mark name of a port that is filled, or of the package
 * @param outside the outer system
 * @param remedy what the operator sets to use the real one
 */
record StandIn(String mark, String outside, String remedy) {

	private static final String BILLING = "set resim.account.billing.adapter to tmf or none, or name an adapter of yours";

	private static final List<StandIn> KNOWN = List.of(
			new StandIn("app.resim.account.port.SubscriberDirectory", "customer directory",
					"set resim.account.directory.adapter=tmf, or name an adapter of yours"),
			new StandIn("app.resim.account.port.Billing", "billing", BILLING),
			new StandIn("app.resim.account.simulated.SimulatedBills", "billing", BILLING),
			new StandIn("app.resim.notification.port.EmailGateway", "mail server", "set spring.mail.host"),
			new StandIn("app.resim.notification.port.ShortMessageGateway", "gateway for short messages",
					"set resim.notification.sms.adapter to smpp, http or none"),
			new StandIn("app.resim.provisioning.port.LineRegister", "network's register of lines",
					"set resim.provisioning.network.adapter=tmf, or name an adapter of yours"),
			new StandIn("app.resim.provisioning.port.IccidSupply", "stock of profile numbers",
					"set resim.provisioning.iccid-pool to a file, or to none"),
			new StandIn("app.resim.account.simulated", "customer directory",
					"set resim.account.directory.adapter=tmf, or name an adapter of yours"),
			new StandIn("app.resim.notification.simulated", "catcher of messages",
					"set spring.mail.host and resim.notification.sms.adapter"),
			new StandIn("app.resim.provisioning.simulated", "SM-DP+", "set resim.provisioning.es2plus.url"));

	static boolean isOne(Class<?> type) {
		return type.getPackageName().startsWith("app.resim.") && type.getPackageName().endsWith(".simulated");
	}

	/**
	 * Names the outer system for which something stands in.
	 * @param type what the rest of the application sees
	 * @param home the class from a simulated package
	 * @return the weak spot; equal for all parts of the same stand-in
	 */
	static WeakSpot weakSpot(Class<?> type, Class<?> home) {
		List<String> marks = Stream
			.concat(Stream.concat(Stream.of(type), ClassUtils.getAllInterfacesForClassAsSet(home).stream())
				.map(Class::getName), Stream.of(home.getPackageName()))
			.toList();
		return KNOWN.stream()
			.filter(known -> marks.contains(known.mark))
			.findFirst()
			.map(known -> new WeakSpot("The " + known.outside + " is simulated", known.remedy))
			.orElseGet(() -> new WeakSpot("The bean " + home.getName() + " is simulated", "replace it"));
	}

}
