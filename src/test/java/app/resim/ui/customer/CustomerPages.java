package app.resim.ui.customer;

import java.util.Optional;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.Provisioning;
import app.resim.request.DeviceFacts.Source;
import app.resim.request.Leftovers;
import app.resim.request.PicturesOfARequest;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Hand;
import app.resim.ui.Page;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The pages of a customer who has signed in, with all of Resim behind them.
 */
@WholeResim
abstract class CustomerPages extends SpringBrowserlessTest {

	static final SubscriberId SAM = new SubscriberId("demo-1001");

	static final SubscriberId ANNA = new SubscriberId("demo-1002");

	/** Has a plastic card. */
	static final SubscriberId TOM = new SubscriberId("demo-1005");

	static final Msisdn LINE = new Msisdn("+85255500142");

	static final Eid EID = new Eid("89049032123451234512345678901235");

	@Autowired
	Requests requests;

	@Autowired
	Devices devices;

	@Autowired
	Provisioning provisioning;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	@Autowired
	private ApplicationContext resim;

	@BeforeEach
	void noRequests() {
		Leftovers.remove(this.database);
		this.provisioning.start(LINE);
		signIn(SAM);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	final void signIn(SubscriberId customer) {
		Hand.signIn(customer, this.clock.instant());
	}

	/** As {@link #signIn} at this moment proves it. */
	final Proof proof() {
		return Proof.of(SAM, Proven.mailCode(this.clock.instant()));
	}

	/** As over HTTP, so that another device may add to what is done here. */
	final void stay(SubscriberId customer) {
		Hand.stay(customer, this.clock.instant(), this.resim);
	}

	final Hand open(String href) {
		Way.go(UI.getCurrent(), href);
		return here();
	}

	/** The hand on the page that is shown now. */
	final Hand here() {
		return Hand.on((Page) getCurrentView());
	}

	/** The address of the page that is shown now, with its first slash. */
	final String address() {
		return "/" + UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
	}

	final String title() {
		return ((Page) getCurrentView()).getPageTitle();
	}

	// a request on its way

	final RequestReference begun() {
		return this.requests.start(SAM, LINE).orElseThrow().reference();
	}

	final RequestReference withDevice() {
		RequestReference draft = begun();
		this.requests.answerDevice(draft, SAM, this.devices.check(new DeviceQuestion.WithEid(EID)), "Apple iPhone 15",
				Source.EID, Optional.of(EID));
		return draft;
	}

	final RequestReference withDocument() {
		RequestReference draft = withDevice();
		this.requests.chooseDocument(draft, SAM, DocumentKind.HKID);
		this.requests.noteNumber(draft, SAM, DocumentKind.HKID, "A123456(3)");
		PicturesOfARequest.add(this.requests, draft, SAM, Side.FRONT, SpecimenPictures.idCard());
		return draft;
	}

	final RequestReference withPortrait() {
		RequestReference draft = withDocument();
		PicturesOfARequest.add(this.requests, draft, SAM, Side.PORTRAIT, SpecimenPictures.portrait());
		return draft;
	}

	final RequestReference answered(Reason reason) {
		RequestReference draft = withPortrait();
		this.requests.answerReason(draft, SAM, reason, false);
		return draft;
	}

	final RequestView stored(RequestReference reference) {
		return this.requests.find(reference, SAM).orElseThrow();
	}

}
