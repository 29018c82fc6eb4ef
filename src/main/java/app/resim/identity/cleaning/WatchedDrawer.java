package app.resim.identity.cleaning;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;

import app.resim.identity.Acceptance.Refusal;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/**
 * Draws a page of a PDF as long as its allowance lasts, looks at each picture before it
 * is decoded, and fails where PDFBox would leave a gap.
 */
final class WatchedDrawer extends PageDrawer {

	private static final int INLINE_BYTES = 256 * 1024;

	/** Above, PDFBox may leave out rows and columns while it decodes. */
	private static final long PIXELS_DECODED_WHOLE = 24_000_000;

	/** What decoding may allocate; a progressive JPEG is gone through ten times. */
	private static final int BYTES_FOR_A_PIXEL = 16;

	private static final int BYTES_FOR_A_JPEG_PIXEL = 100;

	private static final List<String> JPEG_FILTERS = List.of("DCTDecode", "DCT");

	private final Allowance allowance;

	WatchedDrawer(PageDrawerParameters parameters, Allowance allowance) throws IOException {
		super(parameters);
		this.allowance = allowance;
	}

	@Override
	protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
		this.allowance.check();
		if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)) {
			checkInline(operator);
		}
		super.processOperator(operator, operands);
	}

	/** Notes and form fields lie on the page, and are not part of it. */
	@Override
	public void showAnnotation(PDAnnotation annotation) {
	}

	@Override
	protected void operatorException(Operator operator, List<COSBase> operands, IOException fault) throws IOException {
		throw fault;
	}

	/** An inline picture is decoded as soon as it is met; a photograph never is one. */
	private static void checkInline(Operator operator) throws UnfitFile {
		var parameters = operator.getImageParameters();
		byte[] data = operator.getImageData();
		if (parameters == null || data == null) {
			return;
		}
		COSBase filter = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
		boolean isJpeg = filter != null && filter.toString().contains("DCT");
		if (isJpeg || data.length > INLINE_BYTES) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		Limits.most(parameters.getInt(COSName.W, COSName.WIDTH, 1), parameters.getInt(COSName.H, COSName.HEIGHT, 1));
	}

	@Override
	public void drawImage(PDImage image) throws IOException {
		check(image);
		long pixels = (long) image.getWidth() * image.getHeight();
		int each = isJpeg(image) ? BYTES_FOR_A_JPEG_PIXEL : BYTES_FOR_A_PIXEL;
		this.allowance.beside(pixels * each, () -> super.drawImage(image));
	}

	@Override
	protected int getSubsampling(PDImage image, AffineTransform place) {
		boolean whole = (long) image.getWidth() * image.getHeight() <= PIXELS_DECODED_WHOLE;
		return whole ? 1 : super.getSubsampling(image, place);
	}

	private static void check(PDImage image) throws IOException {
		Limits.most(image.getWidth(), image.getHeight());
		if (image instanceof PDImageXObject picture) {
			checkJpeg(picture);
			checkMask(picture.getMask());
			checkMask(picture.getSoftMask());
		}
	}

	private static boolean isJpeg(PDImage image) {
		return "jpg".equals(image.getSuffix());
	}

	private static void checkMask(@Nullable PDImageXObject mask) throws IOException {
		if (mask != null) {
			Limits.most(mask.getWidth(), mask.getHeight());
			checkJpeg(mask);
		}
	}

	/** The size that counts is the one in the JPEG, not the one that the PDF declares. */
	private static void checkJpeg(PDImageXObject image) throws IOException {
		if (!isJpeg(image)) {
			return;
		}
		try (var jpeg = image.createInputStream(JPEG_FILTERS)) {
			JpegFile.read(jpeg.readNBytes(Cleaner.MOST_BYTES));
		}
	}

}
