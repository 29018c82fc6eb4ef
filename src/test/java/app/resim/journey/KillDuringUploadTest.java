package app.resim.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import app.resim.identity.SpecimenPictures;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A worker, the database and the portal are killed while a picture of a document is on
 * its way. Nothing is lost, the picture is taken afterwards, and not a byte of it lies on
 * the disk in clear.
 */
@Tag("browser")
@EnabledOnOs(OS.LINUX)
@ExtendWith(VisitorExtension.class)
class KillDuringUploadTest {

	private static final String RAVI = "ravi.demo@example.com";

	/** Of Anna Maria Eriksson, as ICAO invented her. There is no face on it. */
	private static final byte[] PASSPORT = SpecimenPictures.enlarged("/identity/mrz/passport.jpg", 2400);

	private static final String TOLERATED = "ERR_|Failed to fetch|net::|WebSocket|40[134]|50[0-9]";

	/** So that the passport takes some five seconds. */
	private static final int BYTES_A_SECOND = PASSPORT.length / 5;

	private static final String TRYING_AGAIN = """
			() => document.querySelector('#front-photo-field .travel').textContent.startsWith(
				'The connection broke. We are trying again')""";

	private final PlainSentences sentences = PlainSentences.english();

	private final Traces traces = new Traces().of("the upload", PASSPORT)
		.of("ERIKSSON", "ANNA MARIA", "ANNA<MARIA", "L898902C3");

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	private Path data;

	private Path temporary;

	private KilledServer server;

	@BeforeEach
	void aServer() throws IOException {
		this.data = this.folder.resolve("data");
		this.temporary = Files.createDirectories(this.folder.resolve("temporary"));
		this.server = KilledServer.on(this.data)
			.with("-Djava.io.tmpdir=" + this.temporary)
			.set("resim.identity.workers=1");
	}

	@AfterEach
	void noServer() {
		this.server.close();
	}

	@Test
	void aKilledPortalCostsNoNewSignInAndAKilledWorkerASentence(Visitors visitors) throws Exception {
		Midway midway = midway(visitors);
		Visitor ravi = midway.customer;
		DocumentPage page = midway.page;
		this.server.kill();
		ravi.page().waitForFunction(TRYING_AGAIN);
		nothingIsOnTheDisk();

		this.server.start();
		midway.slow.detach();
		nothingIsOnTheDisk();
		// by itself or when told to, the page finds the portal again; its session goes on
		ravi.page().waitForFunction("""
				() => {
					const again = document.querySelector('#front-photo-field .again');
					if (again?.checkVisibility()) again.click();
					return document.body.innerText.includes('We loaded this page again');
				}""");
		assertThat(ravi.page().url()).endsWith(midway.reached);
		ravi.open(midway.reached);
		page.choose("kind-passport");
		assertThat(page.send(passport()).taken()).isTrue();
		aBetterOneIsAskedFor(page.remove());
		killedWhileItHasThePicture(page);
		assertThat(page.send(passport()).taken()).isTrue();
		goesOn(ravi, page);
	}

	/** One that stands still has the picture for as long as it takes to kill it. */
	private void killedWhileItHasThePicture(DocumentPage page) throws IOException, InterruptedException {
		ProcessHandle worker = await().atMost(90, TimeUnit.SECONDS).until(this::worker, Optional::isPresent).get();
		signal("STOP", worker);
		page.choose(passport());
		await().until(this::underWay, upload -> upload.filter(UploadUnderWay::isHandedOver).isPresent());
		nothingIsOnTheDisk();
		signal("KILL", worker);
		assertThat(page.told()).isEqualTo(new DocumentPage.Told(false, this.sentences.of("identity.refusal.FAILED")));
	}

	@Test
	void aKilledDatabaseCostsASecondTry(Visitors visitors) throws Exception {
		Path database = this.folder.resolve("database");
		try (KilledPostgres postgres = KilledPostgres.on(database)) {
			this.server.set("spring.datasource.url=" + postgres.address()).set("spring.datasource.username=postgres");
			Midway midway = midway(visitors);
			Visitor ravi = midway.customer;

			postgres.kill();
			nothingIsOnTheDisk();
			ravi.page().waitForFunction(TRYING_AGAIN);
			midway.slow.detach();
			postgres.start();
			DocumentPage.Told told = midway.page.told();
			assertThat(told.taken()).as(told.sentence()).isTrue();
			assertThat(path(ravi)).isEqualTo(midway.reached);
			goesOn(ravi, midway.page);
		}
	}

	private Midway midway(Visitors visitors) throws Exception {
		this.server.start();
		Visitor ravi = arrive(visitors);
		DocumentPage page = atPassport(ravi);
		String reached = path(ravi);
		theSearchFindsWhatIsThere(reached);
		CDPSession slow = slowly(ravi);
		page.choose(passport());
		isUnderWay(page);
		return new Midway(ravi, page, reached, slow);
	}

	/**
	 * A slow upload that is under way.
	 *
	 * @param customer who sends
	 * @param page from which
	 * @param reached the page's path
	 * @param slow what holds it up, until it is detached
	 */
	private record Midway(Visitor customer, DocumentPage page, String reached, CDPSession slow) {
	}

	private Visitor arrive(Visitors visitors) {
		return visitors.at(this.server.home()).visitor().tolerates(TOLERATED);
	}

	/** Where a better photo was asked for, so that the next one is taken. */
	private DocumentPage atPassport(Visitor customer) {
		DocumentPage page = DocumentPage.reached(customer, RAVI).choose("kind-passport");
		aBetterOneIsAskedFor(page);
		return page;
	}

	/** Its zone was read, so that what stands there will be stored as well. */
	private void aBetterOneIsAskedFor(DocumentPage page) {
		assertThat(page.send(passport()))
			.isEqualTo(new DocumentPage.Told(false, this.sentences.of("identity.finding.NO_FACE")));
	}

	private static FilePayload passport() {
		return new FilePayload("passport.jpg", "image/jpeg", PASSPORT);
	}

	private static String path(Visitor visitor) {
		return URI.create(visitor.page().url()).getPath();
	}

	private static CDPSession slowly(Visitor visitor) {
		CDPSession line = visitor.page().context().newCDPSession(visitor.page());
		var slow = new JsonObject();
		slow.addProperty("offline", false);
		slow.addProperty("latency", 0);
		slow.addProperty("downloadThroughput", -1);
		slow.addProperty("uploadThroughput", BYTES_A_SECOND);
		line.send("Network.enable");
		line.send("Network.emulateNetworkConditions", slow);
		return line;
	}

	private void isUnderWay(DocumentPage page) {
		await().until(() -> underWay().filter(upload -> upload.size() > PASSPORT.length / 2).isPresent());
		assertThat(page.arrived()).isBetween(0.3, 0.99);
		nothingIsOnTheDisk();
	}

	private Optional<UploadUnderWay> underWay() {
		return UploadUnderWay.of(this.server.process());
	}

	private Optional<ProcessHandle> worker() {
		return this.server.process()
			.descendants()
			.filter(process -> process.info()
				.arguments()
				.filter(arguments -> List.of(arguments).contains("app.resim.identity.worker.Worker"))
				.isPresent())
			.findFirst();
	}

	private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor()).isZero();
	}

	/** Neither in a file with a name nor in the one without. */
	private void nothingIsOnTheDisk() {
		assertThat(this.traces.in(this.folder)).isEmpty();
		if (this.server.isRunning()) {
			assertThat(underWay().stream().flatMap(upload -> this.traces.inFile(upload.file()).stream())).isEmpty();
		}
	}

	/** Or it would prove nothing. */
	private void theSearchFindsWhatIsThere(String reached) throws IOException {
		String reference = Stream.of(reached.split("/")).filter(part -> part.startsWith("RS-")).findFirst().get();
		assertThat(new Traces().of(reference.substring(3)).in(this.folder)).isNotEmpty();
		for (Path place : List.of(this.data, this.temporary)) {
			Path planted = Files.write(place.resolve("planted"), PASSPORT);
			assertThat(this.traces.in(this.folder)).hasSize(8).allMatch(found -> found.endsWith("in " + planted));
			Files.writeString(planted, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<");
			assertThat(this.traces.in(this.folder)).hasSize(2);
			Files.delete(planted);
		}
	}

	private void goesOn(Visitor customer, DocumentPage page) {
		this.traces.of("the stored picture", page.stored());
		nothingIsOnTheDisk();
		customer.press("continue");
		customer.page().waitForURL("**/portrait");
	}

}
