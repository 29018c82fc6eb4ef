package app.resim.identity.workshop;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A worker that does what it should not. It says that it is ready, and then what its
 * argument tells.
 */
final class BadWorker {

	private BadWorker() {
	}

	public static void main(String[] arguments) throws Exception {
		var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
		switch (arguments[0]) {
			case "never ready" -> System.in.transferTo(OutputStream.nullOutputStream());
			case "not a worker" -> out.writeBytes("Hello, world");
			case "speaks first" -> {
				// in one piece, so that the portal has both at once
				out.write(new byte[] { 0x52, 0x45, 0x53, 0x4D, 0, 0, 0, 4 });
				System.in.transferTo(OutputStream.nullOutputStream());
			}
			default -> {
				out.writeInt(0x5245534D);
				misbehave(arguments[0], out);
			}
		}
		Runtime.getRuntime().halt(3);
	}

	private static void misbehave(String how, DataOutputStream out) throws IOException {
		int side = System.in.read();
		switch (how) {
			case "hangs" -> System.in.transferTo(OutputStream.nullOutputStream());
			case "dies" -> System.err.println("Surname: SPECIMEN " + side);
			case "answers garbage" -> out.write(new byte[] { 0, 0, 0, 3, 9, 9, 9 });
			case "answers too much" -> out.writeInt(Integer.MAX_VALUE);
			case "breaks off" -> out.write(new byte[] { 0, 0, 1, 0, 1 });
			case "answers a picture of its own" -> out.write(new byte[] { 0, 0, 0, 10, 1, 0, 0, 0, 5, 1, 2, 3, 4, 5 });
			default -> throw new IllegalArgumentException(how);
		}
	}

}
