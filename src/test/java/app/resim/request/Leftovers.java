package app.resim.request;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one test leaves in the database that the next must not find.
 */
public final class Leftovers {

	private Leftovers() {
	}

	/**
	 * Forgets requests with all that was ordered, sent and uploaded for them. A picture
	 * of one test is then none that somebody else used in the next.
	 * @param database of Resim
	 */
	public static void remove(JdbcClient database) {
		List.of("identity_likeness", "identity_retake", "identity_number", "identity_picture", "identity_folder",
				"identity_vault", "replacement_request", "sim_change", "card_order", "sim_lock", "download_report",
				"profile_order", "event_publication", "simulated_profile", "staff_link", "legal_hold", "erasure",
				"forgetting_run", "shop_visit", "shop_queue", "shop_desk")
			.forEach(table -> database.sql("DELETE FROM " + table).update());
	}

}
