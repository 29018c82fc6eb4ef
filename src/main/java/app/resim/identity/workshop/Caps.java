package app.resim.identity.workshop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process may not do, by means that need no rights: limits of a POSIX shell, a
 * network namespace of its own, and the processor only when the portal leaves it. What
 * this machine lacks is left out, and said once.
 */
public final class Caps {

	private static final Logger log = LoggerFactory.getLogger(Caps.class);

	private static final List<List<String>> NO_NETWORK = List.of(
			List.of("/usr/bin/unshare", "--user", "--map-current-user", "--net", "--"),
			List.of("/usr/bin/unshare", "--net", "--"));

	/** Customers who turn a page do not wait for those whose pictures are examined. */
	private static final List<String> BEHIND_THE_PORTAL = List.of("/usr/bin/nice", "-n", "10");

	private static final String SHELL = "/bin/sh";

	private final List<String> limits;

	private final List<String> before;

	private Caps(List<String> limits, List<String> before) {
		this.limits = limits;
		this.before = before;
	}

	/**
	 * Finds out what works here.
	 * @param limits of the shell's {@code ulimit}, such as {@code -c 0}
	 * @return those that do
	 */
	public static Caps of(String... limits) {
		List<String> working = Stream.of(limits)
			.filter(limit -> works(List.of(SHELL, "-c", "ulimit " + limit)))
			.toList();
		List<String> noNetwork = NO_NETWORK.stream().filter(Caps::worksBefore).findFirst().orElse(List.of());
		log.info("Files are opened in processes {} and {} {} limits",
				noNetwork.isEmpty() ? "with network (unshare does not work here)" : "without network",
				(working.size() == limits.length) ? "with all" : "with only " + working.size() + " of", limits.length);
		var before = new ArrayList<String>(worksBefore(BEHIND_THE_PORTAL) ? BEHIND_THE_PORTAL : List.of());
		before.addAll(noNetwork);
		return new Caps(working, before);
	}

	/**
	 * Puts the limits before a command.
	 * @param command program and arguments
	 * @return program and arguments
	 */
	public List<String> around(List<String> command) {
		var whole = new ArrayList<String>();
		if (!this.limits.isEmpty()) {
			String set = String.join("", this.limits.stream().map(limit -> "ulimit " + limit + " && ").toList());
			whole.addAll(List.of(SHELL, "-c", set + "exec \"$@\"", SHELL));
		}
		whole.addAll(this.before);
		whole.addAll(command);
		return whole;
	}

	/**
	 * The same limits but those that begin so.
	 * @param start for example {@code -f}
	 * @return less narrow caps
	 */
	Caps without(String start) {
		return new Caps(this.limits.stream().filter(limit -> !limit.startsWith(start)).toList(), this.before);
	}

	private static boolean worksBefore(List<String> command) {
		return works(Stream.concat(command.stream(), Stream.of("/bin/true")).toList());
	}

	private static boolean works(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			process.getOutputStream().close();
			boolean ended = process.waitFor(5, TimeUnit.SECONDS);
			process.destroyForcibly();
			return ended && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
