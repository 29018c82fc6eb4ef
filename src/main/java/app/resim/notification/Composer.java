package app.resim.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import app.resim.account.Subscriber;
import app.resim.kernel.Msisdn;
import app.resim.notification.port.Email;
import app.resim.notification.port.ShortMessage;
import app.resim.request.Asking;
import app.resim.request.NoticeChannel;
import app.resim.request.RequestFacts;
import app.resim.request.RequestKind;

import org.springframework.stereotype.Component;

/**
 * Puts notices about requests into words. A notice names the line by its last two digits
 * and links to pages that want a sign-in; it never holds a code.
 */
@Component
class Composer {

	private final Texts texts;

	private final Links links;

	Composer(Texts texts, Links links) {
		this.texts = texts;
		this.links = links;
	}

	/**
	 * Writes a notice as e-mail.
	 * @param kind which notice
	 * @param facts about which request
	 * @param to to whom
	 * @return the message, or empty if time has overtaken the notice
	 */
	Optional<Email> email(Kind kind, RequestFacts facts, Subscriber to) {
		Locale language = to.language();
		if (isOvertaken(kind, facts)) {
			return Optional.empty();
		}
		String reference = facts.reference().reference();
		String subject = said(language, facts, kind.key("subject"), reference);
		return Optional
			.of(new Email(to.email(), subject, String.join("\n\n", paragraphs(kind, facts, language)), language));
	}

	/**
	 * Whether what a notice tells is no longer so.
	 * @param kind which notice
	 * @param facts about which request
	 * @return true if it is not to be given any more
	 */
	boolean isOvertaken(Kind kind, RequestFacts facts) {
		return switch (kind) {
			case REVIEW, PICTURES_CAME, TAKEN_BACK, SET_ASIDE, LOOKED_INTO -> facts.answerBy().isEmpty();
			case PICTURES_WANTED, STORE -> facts.asking().isEmpty();
			case HELD, REMINDED -> facts.coolingUntil().isEmpty();
			case CODE_RAN_OUT -> facts.newCodeUntil().isEmpty();
			case SUBMITTED, READY, INSTALLED, FINISHED, DECLINED, WITHDRAWN, STALLED, EXPIRED, PAUSED, CARD_READY,
					CARD_SENT ->
				false;
		};
	}

	private List<String> paragraphs(Kind kind, RequestFacts facts, Locale language) {
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(said(language, facts, kind.key("body"), facts.reference().reference(), facts.line().lastTwo(),
				link(kind, facts), moment(language, facts.answerBy(), facts.zone()),
				moment(language, facts.asking().map(Asking::until), facts.zone()),
				moment(language, facts.coolingUntil(), facts.zone()),
				moment(language, facts.newCodeUntil(), facts.zone())));
		if (kind == Kind.READY && facts.kind() == RequestKind.ESIM) {
			facts.codeUsableUntil()
				.map(until -> this.texts.moment(language, until, facts.zone()))
				.ifPresent(until -> paragraphs.add(this.texts.text(language, kind.key("until"), until)));
		}
		if (kind == Kind.DECLINED) {
			facts.declined().ifPresent(reason -> paragraphs.add(said(language, facts, kind.key(reason.name()))));
		}
		paragraphs.add(this.texts.text(language, kind.canBeStopped() ? "notification.close.stop" : "notification.close",
				notMe(kind, facts, NoticeChannel.EMAIL), facts.brandName(), spaced(facts.hotline())));
		return paragraphs;
	}

	/**
	 * Writes a notice as short message.
	 * @param kind which notice, one that is {@link Kind#alsoShort}
	 * @param facts about which request
	 * @param to the phone
	 * @param channel which of the phones it is
	 * @param language the reader's
	 * @return the message
	 */
	ShortMessage shortMessage(Kind kind, RequestFacts facts, Msisdn to, NoticeChannel channel, Locale language) {
		return new ShortMessage(to, said(language, facts, kind.key("sms"), facts.brandName(), facts.line().lastTwo(),
				notMe(kind, facts, channel), moment(language, facts.coolingUntil(), facts.zone())));
	}

	/**
	 * Where it can still be stopped, the address that does; else what else can be done.
	 */
	private String notMe(Kind kind, RequestFacts facts, NoticeChannel channel) {
		return kind.canBeStopped()
				? this.links.stop(facts.reference(), channel, Objects.requireNonNull(facts.stops().get(channel)))
				: this.links.notMe();
	}

	private String link(Kind kind, RequestFacts facts) {
		return switch (kind) {
			case WITHDRAWN, EXPIRED, DECLINED -> this.links.home();
			case SUBMITTED, REVIEW, READY, INSTALLED, FINISHED, STALLED, PICTURES_WANTED, PICTURES_CAME, STORE,
					TAKEN_BACK, HELD, REMINDED, LOOKED_INTO, PAUSED, SET_ASIDE, CODE_RAN_OUT, CARD_READY, CARD_SENT ->
				this.links.request(facts.reference());
		};
	}

	/** In the words for what it is about, where it has some of its own. */
	private String said(Locale language, RequestFacts facts, String key, Object... arguments) {
		String own = switch (facts.kind()) {
			case ESIM -> key;
			case CARD -> key.replaceFirst("notification[.]", "notification.card.");
		};
		return this.texts.text(language, this.texts.has(language, own) ? own : key, arguments);
	}

	private String moment(Locale language, Optional<Instant> at, ZoneId zone) {
		return at.map(moment -> this.texts.moment(language, moment, zone)).orElse("");
	}

	static String spaced(String hotline) {
		return Msisdn.read(hotline, "ZZ").map(Msisdn::spaced).orElse(hotline);
	}

}
