package app.resim.journey;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import app.resim.identity.SpecimenPictures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Taking a picture: with the camera, by keyboard, without a camera, over a broken line
 * and from a phone.
 */
@Journey
@WithCamera
class CaptureInABrowserTest {

	private static final String UPLOAD = "**/VAADIN/dynamic/resource/**";

	private static final String RAVI = "ravi.demo@example.com";

	private static final String MEILING = "meiling.demo@example.com";

	private static final String NO_CAMERA = """
			navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
			""";

	@Test
	void thePhotoIsTakenByItselfOnceItIsSharp(Visitor ravi) {
		Page page = atDocument(ravi, RAVI);
		ravi.pictures("ways").findsNoBarrier().needsNoSidewaysScroll();
		page.click("#front-photo-camera");
		page.waitForSelector(".advice.warns");
		page.waitForFunction("() => document.querySelector('.advice').textContent.startsWith('Not sharp')");
		ravi.pictures("aiming").findsNoBarrier();

		page.waitForSelector("resim-capture.taken");
		assertThat(page.textContent(".advice")).startsWith("Taken.");
		assertThat(page.locator(".use").evaluate("use => use === document.activeElement")).isEqualTo(true);
		ravi.pictures("taken").findsNoBarrier().needsNoSidewaysScroll();
		page.click(".use");

		page.waitForSelector("#front-show");
		assertThat(cameraIsOn(page)).isFalse();
		page.click("#front-show");
		page.waitForFunction("() => document.querySelector('img.shown')?.naturalWidth === 1280");
	}

	@Test
	void aKeyboardIsEnough(Visitor ravi) {
		Page page = atDocument(ravi, RAVI);
		page.focus("#front-photo-camera");
		page.keyboard().press("Enter");
		page.waitForSelector("resim-capture video");
		page.keyboard().press("Escape");
		page.waitForSelector("resim-capture", gone());
		assertThat(focused(page)).isEqualTo("front-photo-camera");

		page.keyboard().press("Enter");
		page.waitForFunction("() => document.querySelector('resim-capture video')?.videoWidth > 0");
		page.focus(".byself input");
		page.keyboard().press("Space");
		page.waitForFunction("() => document.querySelectorAll('.checks .met').length === 4");
		page.waitForTimeout(2000);
		assertThat(page.locator("resim-capture.taken").count()).isZero();
		page.keyboard().press("Shift+Tab");
		page.keyboard().press("Shift+Tab");
		page.keyboard().press("Space");
		page.waitForSelector("resim-capture.taken");
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		page.waitForSelector("resim-capture.taken", gone());
		page.keyboard().press("Space");
		page.waitForSelector("resim-capture.taken");
		page.keyboard().press("Enter");

		page.waitForSelector("#front-show");
		ravi.settle();
		assertThat(focused(page)).isEqualTo("front-show");
	}

	@Test
	void aRefusedCameraLeavesTheFile(Visitor ravi) {
		ravi.page().addInitScript(NO_CAMERA);
		Page page = atDocument(ravi, RAVI);
		page.click("#front-photo-camera");
		page.waitForFunction(
				"() => document.querySelector('.travel p').textContent.includes('may not use the camera')");
		assertThat(page.locator("resim-capture").count()).isZero();
		assertThat(focused(page)).isEqualTo("front-photo");

		page.setInputFiles(".chooser", card());
		page.waitForSelector("#front-show");
	}

	@Test
	void whereThereIsNoCameraThePhoneIsOffered(Visitor ravi) {
		ravi.page().addInitScript("Object.defineProperty(navigator, 'mediaDevices', { value: undefined });");
		Page page = atDocument(ravi, RAVI);
		assertThat(page.isVisible("#front-photo-camera")).isFalse();
		assertThat(page.isVisible(".no-camera")).isTrue();
		assertThat(page.isVisible("#front-photo-phone")).isTrue();
		ravi.pictures("no-camera").findsNoBarrier();
		aBigPhotoIsMadeSmallerBeforeItIsSent(page);
	}

	private static void aBigPhotoIsMadeSmallerBeforeItIsSent(Page page) {
		sendABigPhoto(page);
		// stripes have no face: asked for once more, then taken as it is
		page.waitForSelector("#front-photo-field.bad");
		sendABigPhoto(page);
		page.click("#front-show");
		page.waitForFunction("() => document.querySelector('img.shown')?.naturalWidth === 2400");
	}

	private static void sendABigPhoto(Page page) {
		page.evaluate(
				"""
						async () => {
							const canvas = new OffscreenCanvas(4000, 3000);
							const pen = canvas.getContext('2d');
							for (let i = 0; i < 4000; i += 8) { pen.fillStyle = `hsl(${i} 60% 60%)`; pen.fillRect(i, 0, 8, 3000); }
							const files = new DataTransfer();
							files.items.add(new File([await canvas.convertToBlob()], 'big.png', { type: 'image/png' }));
							const chooser = document.querySelector('.chooser');
							chooser.files = files.files;
							chooser.dispatchEvent(new Event('change', { bubbles: true }));
						}""");
	}

	@Test
	void aPictureOutlivesABrokenLine(Visitor meiling) {
		meiling.tolerates("ERR_FAILED");
		Page page = atDocument(meiling, MEILING);
		var attempts = new AtomicInteger();
		page.route(UPLOAD, route -> {
			if (attempts.incrementAndGet() <= 2) {
				route.abort();
			}
			else {
				route.resume();
			}
		});
		page.setInputFiles(".chooser", card());
		page.waitForFunction(
				"() => document.querySelector('.travel p').textContent.startsWith('The connection broke')");
		page.waitForSelector("#front-show");
		assertThat(attempts).hasValue(3);

		page.click("#front-replace");
		attempts.set(-1000);
		page.setInputFiles(".chooser", card());
		page.waitForSelector(".again:visible");
		assertThat(page.textContent(".travel p")).startsWith("The picture did not arrive. It is still here");
		meiling.pictures("kept").findsNoBarrier();
		page.unroute(UPLOAD);
		page.click(".again");
		page.waitForSelector("#front-show");
	}

	@Test
	void aPhoneAddsThePicture(Visitors visitors) throws Exception {
		Visitor first = visitors.visitor();
		Page desk = atDocument(first, MEILING);
		desk.click("#front-photo-phone");
		desk.waitForSelector("#front-photo-handover-code");
		first.pictures("code").findsNoBarrier().needsNoSidewaysScroll();
		String address = CodeReader.read(desk.locator("#front-photo-handover-code"));

		Visitor phone = visitors.visitor(device -> device.setViewportSize(360, 740));
		phone.page().onRequest(request -> assertThat(request.url()).doesNotContain(URI.create(address).getFragment()));
		phone.page().navigate(address);
		phone.page().waitForSelector(".numbers");
		assertThat(phone.page().url()).endsWith("/hand");
		phone.pictures("phone-number").findsNoBarrier().needsNoSidewaysScroll();
		Locator number = desk.locator("#front-photo-handover-number");
		number.waitFor();
		first.pictures("connected").findsNoBarrier();
		phone.press("number-" + number.textContent().strip());
		desk.waitForFunction("() => document.querySelector('.handover').textContent.includes('is connected')");
		first.findsNoBarrier();
		phone.pictures("phone-take").findsNoBarrier();

		phone.page().click("#front-photo-camera");
		phone.page().waitForSelector("resim-capture.taken");
		phone.page().click(".use");
		phone.page().waitForSelector(".note.ok");
		phone.pictures("phone-arrived").findsNoBarrier();
		desk.click("#front-show");
		desk.waitForFunction("() => document.querySelector('img.shown')?.naturalWidth === 1280");

		Visitor late = visitors.visitor();
		late.page().navigate(address);
		late.page().waitForSelector(".note.warn");
		late.pictures("used").findsNoBarrier();
	}

	@Test
	void signingOutEndsTheCode(Visitors visitors) throws Exception {
		Visitor first = visitors.visitor();
		Page desk = atDocument(first, MEILING);
		desk.click("#front-photo-phone");
		desk.waitForSelector("#front-photo-handover-code");
		String address = CodeReader.read(desk.locator("#front-photo-handover-code"));
		desk.click("#sign-out");
		desk.waitForURL("**/signed-out");

		Visitor phone = visitors.visitor();
		phone.page().navigate(address);
		phone.page().waitForSelector(".note.warn");
		assertThat(phone.page().textContent("main")).contains("wrong, too old or was used already");
	}

	private static Page atDocument(Visitor customer, String email) {
		DocumentPage.reached(customer, email);
		return customer.page();
	}

	private static FilePayload card() {
		return new FilePayload("card.jpg", "image/jpeg", SpecimenPictures.idCard());
	}

	private static Page.WaitForSelectorOptions gone() {
		return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
	}

	private static Object focused(Page page) {
		return page.evaluate("document.activeElement.id");
	}

	private static boolean cameraIsOn(Page page) {
		return page.locator("resim-capture").count() > 0;
	}

	/** zbar has no line of code in common with the library that drew the picture. */

}
