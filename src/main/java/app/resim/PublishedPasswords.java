package app.resim;

import java.util.List;

import app.resim.account.Staff;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Looks for what only the database shows: reviewers that an earlier demonstration on the
 * same database left. Before the port opens.
 */
@Component
@Profile("production")
class PublishedPasswords implements SmartInitializingSingleton {

	private final Staff staff;

	PublishedPasswords(Staff staff) {
		this.staff = staff;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<WeakSpot> found = this.staff.withPublishedPasswords()
			.stream()
			.map(name -> new WeakSpot("Everybody can sign in as the reviewer " + name + ": the password is published",
					"change it, or remove the row of " + name + " from the table staff"))
			.toList();
		if (!found.isEmpty()) {
			throw new NotForProduction(found);
		}
	}

}
