package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import app.resim.identity.Acceptance.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * The only page of a PDF, drawn. Scripts, forms, links and annotations are never looked
 * at.
 */
final class PdfPage {

	private static final float POINTS_PER_INCH = 72;

	private static final float MOST_DOTS_PER_INCH = 200;

	/**
	 * Filters that multiply what another one has already blown up, and row lengths that
	 * are allocated before a byte is read. Documents from scanners and phones have
	 * neither.
	 */
	private static final Pattern SUSPICIOUS = Pattern
		.compile("/(?:LZWDecode|LZW|RunLengthDecode|RL)\\b|/(?:Columns|Rows|Colors)\\s*[+-]?0*[1-9][0-9]{5,}");

	static {
		FontMappers.set(new OneFont());
	}

	private PdfPage() {
	}

	static BufferedImage drawn(byte[] file, Allowance allowance) throws IOException {
		if (SUSPICIOUS.matcher(new String(file, StandardCharsets.ISO_8859_1)).find()) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		try (PDDocument document = Loader.loadPDF(new WatchedFile(file, allowance),
				IOUtils.createMemoryOnlyStreamCache())) {
			if (document.isEncrypted()) {
				throw new UnfitFile(Refusal.PDF_LOCKED);
			}
			BufferedImage page = drawn(document, only(document), allowance);
			// PDFBox may have shrugged off a read that was refused
			allowance.check();
			return page;
		}
		catch (InvalidPasswordException ex) {
			throw new UnfitFile(Refusal.PDF_LOCKED);
		}
	}

	/** The count that a file declares may lie, so the pages are counted as well. */
	private static PDPage only(PDDocument document) throws UnfitFile {
		var pages = document.getPages().iterator();
		if (!pages.hasNext()) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		PDPage page = pages.next();
		if (document.getNumberOfPages() > 1 || pages.hasNext()) {
			throw new UnfitFile(Refusal.PDF_PAGES);
		}
		return page;
	}

	private static BufferedImage drawn(PDDocument document, PDPage page, Allowance allowance) throws IOException {
		var renderer = new PDFRenderer(document) {
			@Override
			protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
				return new WatchedDrawer(parameters, allowance);
			}
		};
		renderer.setSubsamplingAllowed(true);
		return renderer.renderImage(0, scale(page.getCropBox()), ImageType.RGB);
	}

	/** Pixels for each point: as printed, or less where the page is a wall. */
	private static float scale(PDRectangle box) throws UnfitFile {
		float edge = Math.max(box.getWidth(), box.getHeight());
		if (!Float.isFinite(edge) || !(box.getWidth() > 0) || !(box.getHeight() > 0)) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		return Math.min(MOST_DOTS_PER_INCH / POINTS_PER_INCH, Limits.STORED_EDGE / edge);
	}

}
