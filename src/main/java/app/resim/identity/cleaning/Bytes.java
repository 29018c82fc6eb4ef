package app.resim.identity.cleaning;

/**
 * Numbers as file formats write them. The caller has checked that they lie in the file.
 */
final class Bytes {

	private Bytes() {
	}

	static int int8(byte[] file, int at) {
		return file[at] & 0xFF;
	}

	static int int16(byte[] file, int at) {
		return (int8(file, at) << 8) | int8(file, at + 1);
	}

	static int int32(byte[] file, int at) {
		return (int16(file, at) << 16) | int16(file, at + 2);
	}

	static int littleInt16(byte[] file, int at) {
		return int8(file, at) | (int8(file, at + 1) << 8);
	}

	static int littleInt24(byte[] file, int at) {
		return littleInt16(file, at) | (int8(file, at + 2) << 16);
	}

	/** Unsigned. */
	static long littleInt32(byte[] file, int at) {
		return littleInt16(file, at) | ((long) littleInt16(file, at + 2) << 16);
	}

}
