package app.resim.identity.cleaning;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FormatTest {

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aFileIsWhatItsFirstBytesSay(String what, byte[] file, Format format) {
		assertThat(Format.of(file)).isEqualTo(format);
	}

	static Stream<Arguments> aFileIsWhatItsFirstBytesSay() {
		return Stream.of(arguments("nothing", new byte[0], Format.OTHER),
				arguments("JPEG", Files.jpeg(8, 8), Format.JPEG), arguments("PNG", Files.png(8, 8), Format.PNG),
				arguments("WebP", Files.resource("lossy.webp"), Format.WEBP),
				arguments("PDF", Files.bytes("%PDF-1.7"), Format.PDF),
				arguments("PDF behind white space", Files.bytes(" %PDF-1.7"), Format.OTHER),
				arguments("HEIC", ftyp("heic", "mif1"), Format.HEIC), arguments("HEVC", ftyp("hevc"), Format.HEIC),
				arguments("HEIF", ftyp("mif1", "heic"), Format.HEIC),
				arguments("AVIF", ftyp("avif", "mif1"), Format.OTHER),
				arguments("AVIF that names mif1 first", ftyp("mif1", "miaf", "avif"), Format.OTHER),
				arguments("MP4", ftyp("isom"), Format.OTHER),
				arguments("MP4, cut", Files.bytes("\0\0\0ftyp"), Format.OTHER),
				arguments("GIF", Files.bytes("GIF89a/*=1;alert(1)*/"), Format.OTHER),
				arguments("TIFF", Files.bytes("II*\0\b\0\0\0"), Format.OTHER),
				arguments("big TIFF", Files.bytes("MM\0*\0\0\0\b"), Format.OTHER),
				arguments("BMP", Files.written(Files.quarters(8, 8), "bmp"), Format.OTHER),
				arguments("SVG", Files.bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Format.OTHER),
				arguments("HTML", Files.bytes("<!doctype html><script>alert(1)</script>"), Format.OTHER),
				arguments("zip", Files.bytes("PK\3\4"), Format.OTHER),
				arguments("WAV", Files.bytes("RIFF\0\0\0\0WAVE"), Format.OTHER),
				arguments("RIFF, cut", Files.bytes("RIFF\0\0\0\0WEB"), Format.OTHER),
				arguments("start of a JPEG", new byte[] { (byte) 0xFF, (byte) 0xD8 }, Format.OTHER));
	}

	private static byte[] ftyp(String... brands) {
		var content = new StringBuilder(brands[0]).append("\0\0\0\0");
		for (String brand : brands) {
			content.append(brand);
		}
		return Files.bytes("\0\0\0" + (char) (8 + content.length()) + "ftyp" + content);
	}

}
