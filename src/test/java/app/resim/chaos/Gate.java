package app.resim.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Holds some lines' journeys at a boundary until it is opened.
 */
final class Gate implements AutoCloseable {

	private final Stage stage;

	private final Boundary at;

	private final List<String> lines;

	private final @Nullable Connection holder;

	private final int pid;

	private Gate(Stage stage, Boundary at, List<String> lines, @Nullable Connection holder, int pid) {
		this.stage = stage;
		this.at = at;
		this.lines = lines;
		this.holder = holder;
		this.pid = pid;
	}

	static Gate shut(Stage stage, Boundary at, Blow blow, List<String> lines) {
		if (at.isACall()) {
			stage.smDpMisbehaves(blow.held());
			return new Gate(stage, at, lines, null, 0);
		}
		try {
			Connection holder = stage.connection();
			holder.setAutoCommit(false);
			int pid = holder.unwrap(org.postgresql.PGConnection.class).getBackendPID();
			try (PreparedStatement lock = holder.prepareStatement(at.lock())) {
				if (at.lock().contains("?")) {
					lock.setArray(1, holder.createArrayOf("varchar", lines.toArray()));
				}
				lock.execute();
			}
			return new Gate(stage, at, lines, holder, pid);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The node that stands before this gate, once one does. */
	Optional<String> arrived() {
		return (this.holder != null) ? waitingForTheRow() : calling();
	}

	private Optional<String> waitingForTheRow() {
		return this.stage.database.sql("""
				SELECT application_name FROM pg_stat_activity
				WHERE application_name LIKE 'node-%' AND :holder = ANY (pg_blocking_pids(pid)) LIMIT 1""")
			.param("holder", this.pid)
			.query(String.class)
			.optional();
	}

	private Optional<String> calling() {
		return this.stage.database.sql("""
				SELECT COALESCE(t.picked_by, 'node-1') FROM profile_order o
				JOIN replacement_request r ON r.order_id = o.id
				LEFT JOIN scheduled_tasks t ON t.task_instance = CAST(r.id AS VARCHAR)
				WHERE o.line IN (:lines) AND o.state = :state AND o.unsure
				ORDER BY t.picked_by NULLS LAST LIMIT 1""")
			.param("lines", this.lines)
			.param("state", this.at.stateOfTheOrder())
			.query(String.class)
			.optional();
	}

	@Override
	public void close() {
		try {
			if (this.holder != null) {
				this.holder.close();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
