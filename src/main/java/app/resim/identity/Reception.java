package app.resim.identity;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.cleaning.Cleaner;
import app.resim.identity.heic.HeifConvert;
import app.resim.identity.scan.Clamd;
import app.resim.identity.scan.Verdict;
import app.resim.identity.spool.Spool;
import app.resim.identity.spool.Upload;
import app.resim.identity.worker.Answer;

/**
 * An upload's way through the portal before anything of it is believed: taken in,
 * scanned, examined by a worker, and forgotten.
 */
class Reception {

	private final Spool spool;

	private final Optional<Clamd> scanner;

	private final Examiner examiner;

	private final Optional<HeifConvert> converter;

	private final Counts counts;

	Reception(Spool spool, Optional<Clamd> scanner, Examiner examiner, Optional<HeifConvert> converter, Counts counts) {
		this.spool = spool;
		this.scanner = scanner;
		this.examiner = examiner;
		this.converter = converter;
		this.counts = counts;
	}

	/**
	 * Receives. Waits for a slow sender without holding a worker.
	 * @param stream the bytes as they arrive; at most 15 MB and one are read
	 * @param side what it is said to show
	 * @return what is known about it
	 * @throws IOException if the upload breaks off
	 */
	Received receive(InputStream stream, Side side) throws IOException {
		try (Upload upload = this.spool.take(stream, Cleaner.MOST_BYTES)) {
			Answer answer = answer(upload, side);
			if (answer instanceof Answer.Unfit(Refusal refusal)) {
				this.counts.refused(refusal);
			}
			return new Received(answer, upload.hash());
		}
	}

	private Answer answer(Upload upload, Side side) {
		if (upload.size() == 0) {
			return new Answer.Unfit(Refusal.EMPTY);
		}
		if (upload.size() > Cleaner.MOST_BYTES) {
			return new Answer.Unfit(Refusal.TOO_BIG);
		}
		return switch (this.scanner.map(clamd -> clamd.scan(upload)).orElse(Verdict.CLEAN)) {
			case CLEAN -> this.counts.examined(() -> examined(upload, side));
			case INFECTED -> new Answer.Unfit(Refusal.INFECTED);
			case UNKNOWN -> new Answer.Unfit(Refusal.SCAN_DOWN);
		};
	}

	private Answer examined(Upload upload, Side side) {
		Answer answer = this.examiner.examine(upload, side);
		boolean isHeic = answer.equals(new Answer.Unfit(Refusal.HEIC));
		return isHeic ? this.converter.map(program -> converted(program, upload, side)).orElse(answer) : answer;
	}

	private Answer converted(HeifConvert program, Upload heic, Side side) {
		try (Upload jpeg = program.convert(heic, this.spool, Cleaner.MOST_BYTES).orElse(null)) {
			return (jpeg != null) ? this.examiner.examine(jpeg, side) : new Answer.Unfit(Refusal.FAILED);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer.Unfit(Refusal.BUSY);
		}
	}

	/**
	 * What is known about an upload.
	 *
	 * @param answer what the worker says
	 * @param hash SHA-256 of the file
	 */
	record Received(Answer answer, byte[] hash) {
	}

}
