package app.resim.identity.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.Side;
import app.resim.identity.cleaning.Cleaner;
import app.resim.identity.likeness.Likeness;
import app.resim.identity.quality.Quality;

/**
 * How portal and worker talk: frames, each with its length in front. A file goes over in
 * pieces; an answer comes back in one frame, every part of which is checked when it is
 * read, because a worker may have been taken over by the file that it opened.
 */
public final class Frames {

	/** Says that a worker is ready. */
	static final int READY = 0x5245534D;

	private static final int PIECE = 64 * 1024;

	private static final int MOST_ANSWER = 12 * 1024 * 1024;

	private static final int MOST_EDGE = 2400;

	private static final int MOST_ZONES = 4;

	private static final int MOST_LINES = 3;

	private static final Pattern LINE = Pattern.compile("[A-Z0-9<]{1,44}");

	private static final int UNFIT = 0;

	private static final int EXAMINED = 1;

	private Frames() {
	}

	/**
	 * Waits until a worker is ready.
	 * @param in from the worker
	 * @throws IOException if it ends, or says something else
	 */
	public static void awaitReady(DataInputStream in) throws IOException {
		check(in.readInt() == READY);
	}

	/**
	 * Sends a file to a worker.
	 * @param out to the worker
	 * @param file read to its end, some kilobytes at a time
	 * @param side what it is said to show
	 * @throws IOException if the worker has ended or the file cannot be read
	 */
	public static void send(DataOutputStream out, InputStream file, Side side) throws IOException {
		out.writeByte(side.ordinal());
		byte[] piece = new byte[PIECE];
		for (int length = file.readNBytes(piece, 0, PIECE); length > 0; length = file.readNBytes(piece, 0, PIECE)) {
			out.writeInt(length);
			out.write(piece, 0, length);
		}
		out.writeInt(0);
		out.flush();
	}

	/**
	 * Receives a file.
	 * @param in from the portal
	 * @return the bytes
	 * @throws IOException if the portal has ended
	 */
	static byte[] receive(DataInputStream in) throws IOException {
		var file = new ByteArrayOutputStream(PIECE);
		for (int length = in.readInt(); length > 0; length = in.readInt()) {
			check(length <= PIECE && file.size() <= Cleaner.MOST_BYTES + PIECE);
			byte[] piece = in.readNBytes(length);
			if (piece.length < length) {
				throw new EOFException();
			}
			file.write(piece);
		}
		return file.toByteArray();
	}

	static void answer(DataOutputStream out, Answer answer) throws IOException {
		var bytes = new ByteArrayOutputStream();
		write(new DataOutputStream(bytes), answer);
		out.writeInt(bytes.size());
		bytes.writeTo(out);
		out.flush();
	}

	/**
	 * Reads an answer and checks it.
	 * @param in from the worker
	 * @return what it says
	 * @throws EOFException if the worker has ended
	 * @throws Garbage if the answer makes no sense
	 * @throws IOException if it cannot be read
	 */
	public static Answer answer(DataInputStream in) throws IOException {
		int length = in.readInt();
		check(length > 0 && length <= MOST_ANSWER);
		byte[] bytes = in.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException();
		}
		try (var frame = new DataInputStream(new ByteArrayInputStream(bytes))) {
			Answer answer = read(frame);
			check(frame.read() < 0);
			return answer;
		}
		catch (IOException ex) {
			throw new Garbage();
		}
	}

	private static void write(DataOutputStream out, Answer answer) throws IOException {
		switch (answer) {
			case Answer.Unfit unfit -> {
				out.writeByte(UNFIT);
				out.writeByte(unfit.refusal().ordinal());
			}
			case Answer.Examined examined -> {
				out.writeByte(EXAMINED);
				write(out, examined);
			}
		}
	}

	private static void write(DataOutputStream out, Answer.Examined examined) throws IOException {
		out.writeInt(examined.jpeg().length);
		out.write(examined.jpeg());
		out.writeShort(examined.width());
		out.writeShort(examined.height());
		out.writeDouble(examined.quality().sharpness());
		out.writeDouble(examined.quality().light());
		out.writeDouble(examined.quality().glare());
		out.writeByte(examined.faces().ordinal());
		out.writeBoolean(examined.likeness().isPresent());
		if (examined.likeness().isPresent()) {
			Likeness likeness = examined.likeness().get();
			for (long word : new long[] { likeness.first(), likeness.second(), likeness.third(), likeness.fourth() }) {
				out.writeLong(word);
			}
		}
		out.writeByte(examined.zones().size());
		for (ReadZone zone : examined.zones()) {
			write(out, zone);
		}
	}

	private static void write(DataOutputStream out, ReadZone zone) throws IOException {
		out.writeByte(zone.unverifiedLines().size());
		for (String line : zone.unverifiedLines()) {
			out.writeUTF(line);
		}
		out.writeBoolean(zone.certain());
		for (int edge : new int[] { zone.box().x(), zone.box().y(), zone.box().width(), zone.box().height() }) {
			out.writeInt(edge);
		}
	}

	private static Answer read(DataInputStream in) throws IOException {
		return switch (in.readUnsignedByte()) {
			case UNFIT -> new Answer.Unfit(one(Refusal.values(), in));
			case EXAMINED -> examined(in);
			default -> throw new Garbage();
		};
	}

	private static Answer.Examined examined(DataInputStream in) throws IOException {
		byte[] jpeg = new byte[between(4, in.readInt(), MOST_ANSWER)];
		in.readFully(jpeg);
		check(jpeg[0] == (byte) 0xFF && jpeg[1] == (byte) 0xD8);
		int width = between(1, in.readUnsignedShort(), MOST_EDGE);
		int height = between(1, in.readUnsignedShort(), MOST_EDGE);
		var quality = new Quality(between(in.readDouble(), 10_000_000), between(in.readDouble(), 255),
				between(in.readDouble(), 1));
		Faces faces = one(Faces.values(), in);
		Optional<Likeness> likeness = in.readBoolean()
				? Optional.of(new Likeness(in.readLong(), in.readLong(), in.readLong(), in.readLong()))
				: Optional.empty();
		var zones = new ArrayList<ReadZone>();
		for (int left = between(0, in.readUnsignedByte(), MOST_ZONES); left > 0; left--) {
			zones.add(zone(in));
		}
		return new Answer.Examined(jpeg, width, height, quality, faces, likeness, List.copyOf(zones));
	}

	private static ReadZone zone(DataInputStream in) throws IOException {
		var lines = new ArrayList<String>();
		for (int left = between(1, in.readUnsignedByte(), MOST_LINES); left > 0; left--) {
			String line = in.readUTF();
			check(LINE.matcher(line).matches());
			lines.add(line);
		}
		boolean certain = in.readBoolean();
		var box = new ReadZone.Box(between(0, in.readInt(), MOST_EDGE), between(0, in.readInt(), MOST_EDGE),
				between(0, in.readInt(), MOST_EDGE), between(0, in.readInt(), MOST_EDGE));
		return new ReadZone(List.copyOf(lines), certain, box);
	}

	private static <T> T one(T[] values, DataInputStream in) throws IOException {
		return values[between(0, in.readUnsignedByte(), values.length - 1)];
	}

	private static int between(int least, int number, int most) throws Garbage {
		check(number >= least && number <= most);
		return number;
	}

	/** Not a number is not between. */
	private static double between(double number, double most) throws Garbage {
		check(number >= 0 && number <= most);
		return number;
	}

	private static void check(boolean makesSense) throws Garbage {
		if (!makesSense) {
			throw new Garbage();
		}
	}

	/** Thrown when the other side says what it would never say. */
	public static final class Garbage extends IOException {

		Garbage() {
			super("Garbage");
		}

	}

}
