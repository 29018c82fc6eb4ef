package app.resim.notification.port;

import java.util.List;

import app.resim.kernel.Msisdn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every gateway for short messages must do.
 */
public abstract class ShortMessageGatewayContract {

	protected static final Msisdn SAM = new Msisdn("+85255500142");

	protected static final Msisdn KIM = new Msisdn("+447700900121");

	/**
	 * The gateway under test.
	 * @return one whose other side is up, the same at each call
	 */
	protected abstract ShortMessageGateway gateway();

	/**
	 * What arrived.
	 * @param phone the phone
	 * @return the messages as their reader sees them, oldest first
	 */
	protected abstract List<String> arrived(Msisdn phone);

	@ParameterizedTest
	@ValueSource(strings = {
			"Tidewire Mobile: a new eSIM was asked for, for the number ending in 42. Was this not you? Tell us at once: https://esim.example.com/help/not-me",
			"Tidewire Mobile：有人為尾號 42 的號碼申請新的 eSIM。不是你本人？請立即告訴我們：https://esim.example.com/help/not-me",
			"Tidewire Mobile：有人为尾号 42 的号码申请新的 eSIM。不是你本人？请立即告诉我们：https://esim.example.com/help/not-me",
			"Tidewire Mobile: запрошена новая eSIM для номера, который кончается на 42. Это были не вы? Сразу сообщите нам: https://esim.example.com/help/not-me",
			"[Tidewire] {€ 5} ~ 100 % & <b>\"à la carte\"</b> \\ ^ | + = ; ?\nÆØÅ äöü ñ ß",
			"📱 👩‍👩‍👧 🇭🇰 臺灣 𠮷野家" })
	public void aMessageArrivesWithAllItsWords(String words) {
		assertThat(gateway().send(new ShortMessage(SAM, words))).isEqualTo(Outcome.TAKEN);

		assertThat(arrived(SAM)).containsExactly(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Not you? ", "{€} ", "不是你本人？", "Это не вы? ", "📱𠮷 " })
	public void aLongMessageArrivesInOnePiece(String words) {
		String many = words.repeat(90) + "end.";

		assertThat(gateway().send(new ShortMessage(SAM, many))).isEqualTo(Outcome.TAKEN);

		assertThat(arrived(SAM)).containsExactly(many);
	}

	@Test
	public void eachMessageArrivesOnceAndOnItsPhone() {
		gateway().send(new ShortMessage(SAM, "One"));
		gateway().send(new ShortMessage(KIM, "Two"));
		gateway().send(new ShortMessage(SAM, "Three"));

		assertThat(arrived(SAM)).containsExactly("One", "Three");
		assertThat(arrived(KIM)).containsExactly("Two");
	}

}
