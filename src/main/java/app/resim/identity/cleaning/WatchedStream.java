package app.resim.identity.cleaning;

import java.io.IOException;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, handed to a decoder piece by piece as long as its allowance lasts.
 */
final class WatchedStream extends ImageInputStreamImpl {

	/** Some decoders read single bytes; asking at each would be slow. */
	private static final int BYTES_BETWEEN_CHECKS = 1024;

	private final byte[] file;

	private final Allowance allowance;

	private int unchecked;

	WatchedStream(byte[] file, Allowance allowance) {
		this.file = file;
		this.allowance = allowance;
	}

	@Override
	public int read() throws IOException {
		checkClosed();
		this.bitOffset = 0;
		if (++this.unchecked >= BYTES_BETWEEN_CHECKS) {
			this.unchecked = 0;
			this.allowance.check();
		}
		return (this.streamPos < this.file.length) ? Bytes.int8(this.file, (int) this.streamPos++) : -1;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		checkClosed();
		this.allowance.check();
		this.bitOffset = 0;
		if (length == 0) {
			return 0;
		}
		int count = (int) Math.min(length, this.file.length - this.streamPos);
		if (count <= 0) {
			return -1;
		}
		System.arraycopy(this.file, (int) this.streamPos, into, offset, count);
		this.streamPos += count;
		return count;
	}

	@Override
	public long length() {
		return this.file.length;
	}

}
