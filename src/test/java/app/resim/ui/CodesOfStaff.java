package app.resim.ui;

import app.resim.account.DemoCodes;

/**
 * What the authenticator apps of the invented staff show.
 */
final class CodesOfStaff {

	private CodesOfStaff() {
	}

	/** The present code of somebody. */
	static String of(String name, DemoCodes codes) {
		return codes.all()
			.stream()
			.filter(colleague -> colleague.member().name().equals(name))
			.findFirst()
			.flatMap(DemoCodes.Colleague::code)
			.orElseThrow();
	}

}
