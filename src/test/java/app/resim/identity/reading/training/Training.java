package app.resim.identity.reading.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains the net and writes its weights. The number of threads changes nothing but the
 * time: windows are drawn by number and gradients are added up in a fixed order.
 */
final class Training {

	private static final int CHUNK = 1600;

	private static final int POOL = 24;

	private static final int SHARE = 64;

	private static final int SHARES = 2;

	/** Batches learned for each new chunk; a window is seen about twice. */
	private static final int BATCHES = 25;

	private static final float FASTEST = 1.5e-3f;

	private static final long HOLD_OUT = 1_000_000_000;

	private final OcrB font;

	private final ExecutorService threads;

	private final int rounds;

	private final Net net = new Net(new Random(1));

	private final Random random = new Random(2);

	private int step;

	private Training(OcrB font, ExecutorService threads, int rounds) {
		this.font = font;
		this.threads = threads;
		this.rounds = rounds;
	}

	public static void main(String[] arguments) throws Exception {
		Path file = Path.of(arguments[0]);
		int rounds = Integer.parseInt(arguments[1]);
		OcrB font = OcrB.installed().orElseThrow(() -> new IOException("No OCR-B font in " + OcrB.USUAL));
		try (ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]))) {
			new Training(font, threads, rounds).run(file);
		}
	}

	private void run(Path file) throws Exception {
		var pool = new ArrayList<Windows>();
		for (Windows windows : drawn(0, POOL)) {
			pool.add(windows);
		}
		for (int round = 0; round < this.rounds; round++) {
			List<Future<Windows>> next = drawing(POOL + round, 1);
			double loss = 0;
			for (int batch = 0; batch < BATCHES; batch++) {
				loss += learn(pool, rate(round));
			}
			pool.set(round % POOL, next.getFirst().get());
			if ((round + 1) % 50 == 0 || round + 1 == this.rounds) {
				System.out.printf("%5d of %d: loss %.4f, hold-out %s%n", round + 1, this.rounds,
						loss / BATCHES / SHARE / SHARES, holdOut(2));
				write(file);
			}
		}
		System.out.printf("Hold-out of windows never learned from: %s right%n", holdOut(20));
	}

	private float rate(int round) {
		double part = (double) round / this.rounds;
		return (float) (FASTEST * (0.01 + 0.99 * (1 + Math.cos(Math.PI * part)) / 2));
	}

	private List<Future<Windows>> drawing(long first, int count) {
		var futures = new ArrayList<Future<Windows>>();
		for (long seed = first; seed < first + count; seed++) {
			long seedOfThis = seed;
			futures.add(this.threads.submit(() -> Windows.of(this.font, seedOfThis, CHUNK)));
		}
		return futures;
	}

	private List<Windows> drawn(long first, int count) throws Exception {
		var windows = new ArrayList<Windows>();
		for (Future<Windows> future : drawing(first, count)) {
			windows.add(future.get());
		}
		return windows;
	}

	private double learn(List<Windows> pool, float rate) throws Exception {
		var shares = new ArrayList<Callable<Net.Lesson>>();
		for (int share = 0; share < SHARES; share++) {
			float[][] windows = new float[SHARE][];
			int[] symbols = new int[SHARE];
			for (int i = 0; i < SHARE; i++) {
				Windows from = pool.get(this.random.nextInt(pool.size()));
				int at = this.random.nextInt(CHUNK);
				windows[i] = from.pixels[at];
				symbols[i] = from.symbols[at];
			}
			shares.add(() -> this.net.lesson(windows, symbols, true));
		}
		double loss = 0;
		List<float[][]> sums = null;
		for (Future<Net.Lesson> future : this.threads.invokeAll(shares)) {
			Net.Lesson lesson = future.get();
			loss += lesson.loss;
			sums = (sums == null) ? lesson.gradients : sum(sums, lesson.gradients);
		}
		this.step++;
		for (int i = 0; i < sums.size(); i++) {
			this.net.layers().get(i).learn(scaled(sums.get(i)), rate, this.step);
		}
		return loss;
	}

	private static List<float[][]> sum(List<float[][]> sums, List<float[][]> others) {
		for (int i = 0; i < sums.size(); i++) {
			for (int row = 0; row < sums.get(i).length; row++) {
				float[] to = sums.get(i)[row];
				float[] from = others.get(i)[row];
				for (int k = 0; k < to.length; k++) {
					to[k] += from[k];
				}
			}
		}
		return sums;
	}

	private static float[][] scaled(float[][] gradient) {
		for (float[] row : gradient) {
			for (int k = 0; k < row.length; k++) {
				row[k] /= SHARE * SHARES;
			}
		}
		return gradient;
	}

	private String holdOut(int chunks) throws Exception {
		int right = 0;
		for (Windows windows : drawn(HOLD_OUT, chunks)) {
			right += this.net.lesson(windows.pixels, windows.symbols, false).right;
		}
		return String.format("%.2f %%", 100.0 * right / chunks / CHUNK);
	}

	private void write(Path file) throws IOException {
		try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			this.net.write(out);
		}
	}

}
