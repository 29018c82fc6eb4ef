package app.resim.identity.cleaning;

import java.io.IOException;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * A PDF file in memory, handed out piece by piece as long as its allowance lasts. Every
 * stream in the file is inflated from reads of this one, some kilobytes at a time, so a
 * bomb is noticed while it goes off.
 */
final class WatchedFile implements RandomAccessRead {

	private final byte[] file;

	private final Allowance allowance;

	private int at;

	private boolean closed;

	WatchedFile(byte[] file, Allowance allowance) {
		this.file = file;
		this.allowance = allowance;
	}

	@Override
	public int read() throws IOException {
		if ((this.at & 0x3FF) == 0) {
			this.allowance.check();
		}
		return isEOF() ? -1 : Bytes.int8(this.file, this.at++);
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		this.allowance.check();
		if (isEOF()) {
			return -1;
		}
		int count = Math.min(length, this.file.length - this.at);
		System.arraycopy(this.file, this.at, into, offset, count);
		this.at += count;
		return count;
	}

	@Override
	public long getPosition() {
		return this.at;
	}

	@Override
	public void seek(long position) throws IOException {
		if (position < 0) {
			throw new IOException("Position before the file");
		}
		this.at = (int) Math.min(position, this.file.length);
	}

	@Override
	public long length() {
		return this.file.length;
	}

	@Override
	public boolean isEOF() {
		return this.at >= this.file.length;
	}

	@Override
	public RandomAccessReadView createView(long start, long length) {
		return new RandomAccessReadView(this, start, length);
	}

	@Override
	public void close() {
		this.closed = true;
	}

	@Override
	public boolean isClosed() {
		return this.closed;
	}

}
