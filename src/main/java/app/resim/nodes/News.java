package app.resim.nodes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells all nodes that something was committed. Whoever hears it reads the rest from the
 * database: news are for being quick, not for being kept.
 *
 * @see "decision 0029"
 */
@Service
public class News {

	private static final Logger log = LoggerFactory.getLogger(News.class);

	private final Wire wire;

	private final List<Hearer> hearers = new CopyOnWriteArrayList<>();

	News(Wire wire) {
		this.wire = wire;
		wire.open(this::heard, () -> this.hearers.forEach(hearer -> careful(hearer.missed())));
	}

	/**
	 * Tells everybody who listens, on this node and on all others, once the present
	 * transaction is committed, and nobody if it is not.
	 * @param topic one word without blanks
	 * @param about an opaque key, never a fact about a person
	 * @throws IllegalStateException outside of a transaction
	 */
	public void tell(String topic, String about) {
		this.wire.send(topic + " " + about);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				heard(topic + " " + about);
			}
		});
	}

	/**
	 * Listens from now on.
	 * @param topic one word without blanks
	 * @param heard is given the key, on the thread that has committed or on the one that
	 * listens to other nodes: hand over at once
	 * @param missed called after other nodes could not be heard for a while: anything may
	 * have changed
	 */
	public void hear(String topic, Consumer<String> heard, Runnable missed) {
		this.hearers.add(new Hearer(topic + " ", heard, missed));
	}

	private void heard(String text) {
		this.hearers.stream()
			.filter(hearer -> text.startsWith(hearer.topic()))
			.forEach(hearer -> careful(() -> hearer.heard().accept(text.substring(hearer.topic().length()))));
	}

	/** One who fails must not keep the others from hearing. */
	private static void careful(Runnable telling) {
		try {
			telling.run();
		}
		catch (RuntimeException ex) {
			log.warn("News could not be taken", ex);
		}
	}

	private record Hearer(String topic, Consumer<String> heard, Runnable missed) {
	}

}
