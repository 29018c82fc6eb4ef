package app.resim.identity.worker;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

import app.resim.identity.quality.Grey;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Sees whether there is a face, never whose. Native code: loaded in a worker and nowhere
 * else.
 */
final class FaceFinder {

	private static final String CASCADE = "/org/bytedeco/opencv/%s/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";

	private static final int LONG_EDGE = 1000;

	/** A portrait on a card that fills the picture is wider than that. */
	private static final int LEAST_FACE = 40;

	private static final double STEP = 1.1;

	private static final int NEIGHBOURS = 3;

	private final CascadeClassifier cascade;

	private FaceFinder(CascadeClassifier cascade) {
		this.cascade = cascade;
	}

	/**
	 * Loads the natives.
	 * @return empty where there are none for this machine
	 */
	static Optional<FaceFinder> load() {
		try {
			File file = Loader.cacheResource(CASCADE.formatted(Loader.getPlatform()));
			if (file == null) {
				return Optional.empty();
			}
			var cascade = new CascadeClassifier(file.getPath());
			return cascade.empty() ? Optional.empty() : Optional.of(new FaceFinder(cascade));
		}
		catch (IOException | RuntimeException | LinkageError ex) {
			return Optional.empty();
		}
	}

	boolean finds(BufferedImage upright) {
		Grey grey = Grey.of(upright, LONG_EDGE);
		try (var picture = new Mat(grey.height(), grey.width(), opencv_core.CV_8UC1);
				var found = new RectVector();
				var least = new Size(LEAST_FACE, LEAST_FACE);
				var most = new Size()) {
			picture.data().put(grey.bytes());
			opencv_imgproc.equalizeHist(picture, picture);
			this.cascade.detectMultiScale(picture, found, STEP, NEIGHBOURS, 0, least, most);
			return found.size() > 0;
		}
	}

}
