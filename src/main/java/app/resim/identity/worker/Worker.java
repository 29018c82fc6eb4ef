package app.resim.identity.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

import app.resim.identity.Side;

/**
 * The process that opens files: takes one after the other from its standard input, and
 * answers each on its standard output. Ends when the portal does.
 */
public final class Worker {

	/** An argument: only unpack the native libraries, so that workers need not write. */
	public static final String PREPARE = "prepare";

	/** A little more than the portal waits: for a worker whose portal has died. */
	private static final long LIMIT = 20_000;

	private Worker() {
	}

	/**
	 * Works until the input ends.
	 * @param arguments {@link #PREPARE} or none
	 * @throws IOException if the portal has ended
	 */
	public static void main(String[] arguments) throws IOException {
		var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
		// whatever a library prints must not get between the frames
		System.setOut(System.err);
		Optional<FaceFinder> faces = FaceFinder.load();
		if (arguments.length > 0) {
			Runtime.getRuntime().halt(faces.isPresent() ? 0 : 1);
		}
		var examination = new Examination(faces.map(finder -> finder::finds), new ShippedReader());
		var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
		out.writeInt(Frames.READY);
		out.flush();
		work(examination, in, out);
		Runtime.getRuntime().halt(0);
	}

	private static void work(Examination examination, DataInputStream in, DataOutputStream out) throws IOException {
		var timer = new Timer(true);
		for (int side = in.read(); side >= 0; side = in.read()) {
			byte[] file = Frames.receive(in);
			var end = new TimerTask() {
				@Override
				public void run() {
					Runtime.getRuntime().halt(1);
				}
			};
			timer.schedule(end, LIMIT);
			Frames.answer(out, examination.of(file, Side.values()[side]));
			end.cancel();
		}
	}

}
