package app.resim.account;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * What the trail keeps about a factor: its owner did something with it.
 */
sealed interface FactorRow extends AuditedEvent permits FactorEvent, FactorChange {

	/** Whose factor. */
	Actor who();

	/** Which factor. */
	Factor factor();

	@Override
	default Actor actor() {
		return who();
	}

	@Override
	default String subject() {
		return who().id();
	}

	@Override
	default String details() {
		return factor().name();
	}

}
