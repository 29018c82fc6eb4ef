package app.resim.identity.spool;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;

/**
 * Where uploads wait. The key is made when Resim starts and lives in its memory only; a
 * file has no name any more as soon as it is open, so that even a killed process leaves
 * nothing behind where the system allows that, and noise where it does not.
 */
public final class Spool {

	/** Up to here an upload stays in memory. */
	static final int SMALL = 64 * 1024;

	private static final String SUFFIX = ".upload";

	private final Path folder;

	private final StreamingAead cipher;

	private final AtomicLong count = new AtomicLong();

	/**
	 * Opens the spool and empties its folder.
	 * @param folder made when needed
	 * @throws IOException if the folder cannot be used
	 * @throws GeneralSecurityException if there is no cipher
	 */
	public Spool(Path folder) throws IOException, GeneralSecurityException {
		StreamingAeadConfig.register();
		this.folder = Files.createDirectories(folder);
		this.cipher = KeysetHandle
			.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, RegistryConfiguration.get())
			.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
		empty();
	}

	/**
	 * Takes an upload in, however slowly it comes.
	 * @param upload read to its end, or to {@code most} and one
	 * @param most how many bytes are wanted
	 * @return what came; one byte more than {@code most} if there was more
	 * @throws IOException if the upload breaks off or the disk fails
	 */
	public Upload take(InputStream upload, int most) throws IOException {
		MessageDigest hash = sha256();
		byte[] start = upload.readNBytes(Math.min(SMALL, most) + 1);
		hash.update(start);
		if (start.length <= SMALL) {
			return new InMemory(start, hash.digest());
		}
		return onDisk(start, upload, most + 1 - start.length, hash);
	}

	private Upload onDisk(byte[] start, InputStream rest, int most, MessageDigest hash) throws IOException {
		byte[] name = ByteBuffer.allocate(Long.BYTES).putLong(this.count.incrementAndGet()).array();
		FileChannel file = FileChannel.open(Files.createTempFile(this.folder, "", SUFFIX),
				Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
		try {
			long size = start.length;
			try (var sealed = this.cipher.newEncryptingStream(staysOpen(Channels.newOutputStream(file)), name)) {
				sealed.write(start);
				size += copy(rest, sealed, most, hash);
			}
			return new OnDisk(this.cipher, file, name, size, hash.digest());
		}
		catch (GeneralSecurityException ex) {
			file.close();
			throw new IOException("An upload cannot be sealed", ex);
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	private static long copy(InputStream from, OutputStream to, int most, MessageDigest hash) throws IOException {
		byte[] piece = new byte[8192];
		int left = most;
		while (left > 0) {
			int read = from.read(piece, 0, Math.min(piece.length, left));
			if (read < 0) {
				break;
			}
			hash.update(piece, 0, read);
			to.write(piece, 0, read);
			left -= read;
		}
		return (long) most - left;
	}

	private void empty() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			List<Path> left = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
			for (Path file : left) {
				Files.deleteIfExists(file);
			}
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The cipher's stream has to be closed to be complete, the file not yet. */
	private static OutputStream staysOpen(OutputStream out) {
		return new FilterOutputStream(out) {
			@Override
			public void write(byte[] bytes, int from, int length) throws IOException {
				this.out.write(bytes, from, length);
			}

			@Override
			public void close() throws IOException {
				flush();
			}
		};
	}

	private record InMemory(byte[] bytes, byte[] hash) implements Upload {

		@Override
		public long size() {
			return this.bytes.length;
		}

		@Override
		public InputStream open() {
			return new ByteArrayInputStream(this.bytes);
		}

		@Override
		public void close() {
		}

		@Override
		public String toString() {
			return "Upload";
		}

	}

	private record OnDisk(StreamingAead cipher, FileChannel file, byte[] name, long size,
			byte[] hash) implements Upload {

		@Override
		public InputStream open() throws IOException {
			try {
				this.file.position(0);
				InputStream sealed = new FilterInputStream(Channels.newInputStream(this.file)) {
					@Override
					public void close() {
					}
				};
				return this.cipher.newDecryptingStream(sealed, this.name);
			}
			catch (GeneralSecurityException ex) {
				throw new IOException("An upload cannot be opened", ex);
			}
		}

		@Override
		public void close() {
			try {
				this.file.close();
			}
			catch (IOException ex) {
				// noise without a key, and deleted at the next start
			}
		}

		@Override
		public String toString() {
			return "Upload";
		}

	}

}
