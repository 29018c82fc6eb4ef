package app.resim.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file without a name in which a portal keeps an upload, as Linux shows it to those
 * who may look.
 */
record UploadUnderWay(Path file, long size, long position) {

	/**
	 * Finds it.
	 * @param portal the process
	 * @return empty if there is none
	 */
	static Optional<UploadUnderWay> of(ProcessHandle portal) {
		Path process = Path.of("/proc", String.valueOf(portal.pid()));
		try (Stream<Path> open = Files.list(process.resolve("fd"))) {
			return open.filter(UploadUnderWay::isUpload).findFirst().flatMap(file -> read(process, file));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static boolean isUpload(Path open) {
		try {
			return Files.readSymbolicLink(open).toString().endsWith(".upload (deleted)");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Optional<UploadUnderWay> read(Path process, Path file) {
		try (Stream<String> facts = Files.lines(process.resolve("fdinfo").resolve(file.getFileName()))) {
			long position = facts.filter(line -> line.startsWith("pos:"))
				.mapToLong(line -> Long.parseLong(line.substring(4).strip()))
				.findFirst()
				.orElseThrow();
			return Optional.of(new UploadUnderWay(file, Files.size(file), position));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** Whether it is complete and read again, to be handed to a worker. */
	boolean isHandedOver() {
		return this.position < this.size;
	}

}
