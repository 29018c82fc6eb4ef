package app.resim.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a brand gives out cards of plastic.
 *
 * @param ways on which ways, in the order shown; never {@link SimWay#ESIM}
 * @param counter how long it takes at the counter of a shop
 * @param pickupWithin after which time a reserved card lies ready
 * @param pickupKeptDays for how many days it is kept for its customer
 * @param courierDays within how many days a courier brings it
 * @param courierTo ISO 3166 countries to which a courier brings it
 */
public record Cards(List<SimWay> ways, Duration counter, Duration pickupWithin, int pickupKeptDays, int courierDays,
		Set<String> courierTo) {

	public Cards {
		Rule.check(ways.stream().allMatch(SimWay::isCard), "ESIM is no way of a card");
		Rule.check(Set.copyOf(ways).size() == ways.size(), "each way stands there once");
		Rule.check(counter.isPositive() && !pickupWithin.isNegative(), "it takes some time at the counter");
		Rule.check(pickupKeptDays > 0, "a reserved card is kept for at least one day");
		Rule.check(courierDays > 0, "a courier takes at least one day");
		Rule.check(courierTo.stream().allMatch(Regions::isKnown), "courierTo names country codes such as HK");
		Rule.check(!ways.contains(SimWay.COURIER) || !courierTo.isEmpty(), "a courier goes to at least one country");
		ways = List.copyOf(ways);
		courierTo = Set.copyOf(courierTo);
	}

}
