package app.resim.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.audit.Finding.CutOff;
import app.resim.audit.Finding.Deleted;
import app.resim.audit.Finding.Edited;
import app.resim.audit.Finding.Inserted;
import app.resim.audit.Finding.Missing;
import app.resim.audit.Finding.Rewritten;
import app.resim.keys.Seal;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the whole trail and names every row that is not as it was written. It changes
 * nothing, and may run while the portal does.
 */
final class ChainCheck {

	private static final int FETCHED_AT_A_TIME = 1000;

	private final Seal seal;

	private final Optional<Link> anchor;

	private final List<Finding> findings = new ArrayList<>();

	private Link last = Link.NONE;

	private long lastEntry;

	/** Whether the link before is known, so that the next one can be checked. */
	private boolean unbroken = true;

	private ChainCheck(Seal seal, Optional<Link> anchor) {
		this.seal = seal;
		this.anchor = anchor;
	}

	/**
	 * Checks.
	 * @param database inside a transaction, so that PostgreSQL hands out rows bit by bit
	 * @param seal with the key that made the links
	 * @param anchor the end of the chain when it was last checked
	 * @return what was found
	 */
	static Result check(JdbcTemplate database, Seal seal, Optional<Link> anchor) {
		var check = new ChainCheck(seal, anchor);
		database.setFetchSize(FETCHED_AT_A_TIME);
		database.query("""
				SELECT l.place, l.entry, l.link, e.* FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry
				ORDER BY l.place""", check::look);
		database.query("""
				SELECT e.id FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry = e.id)
				ORDER BY e.id""", row -> {
			check.findings.add(new Inserted(row.getLong("id")));
		});
		check.lookAtTheEnd();
		return new Result(List.copyOf(check.findings), check.last);
	}

	private void look(ResultSet row) throws SQLException {
		var link = new Link(row.getLong("place"), row.getBytes("link"));
		if (link.place() != this.last.place() + 1) {
			this.findings.add(new Missing(this.last.place() + 1, link.place() - 1, this.lastEntry));
			this.unbroken = false;
		}
		row.getLong("id");
		if (row.wasNull()) {
			this.findings.add(new Deleted(row.getLong("entry")));
		}
		else if (this.unbroken && !this.last.isFollowedBy(link, AuditTrail.entry(row, 0), this.seal)) {
			this.findings.add(new Edited(row.getLong("entry")));
		}
		if (this.anchor.filter(anchored -> anchored.place() == link.place() && !anchored.equals(link)).isPresent()) {
			this.findings.add(new Rewritten(link.place()));
		}
		this.last = link;
		this.lastEntry = row.getLong("entry");
		this.unbroken = true;
	}

	private void lookAtTheEnd() {
		this.anchor.filter(anchored -> anchored.place() > this.last.place())
			.ifPresent(anchored -> this.findings.add(new CutOff(this.last.place(), anchored.place())));
	}

	/**
	 * What was found.
	 *
	 * @param findings empty if the trail is whole
	 * @param end the last link
	 */
	record Result(List<Finding> findings, Link end) {
	}

}
