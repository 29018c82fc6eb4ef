package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.identity.Side;
import app.resim.kernel.Actor;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static app.resim.request.Move.APPROVE;
import static app.resim.request.Move.ASK_PICTURE;
import static app.resim.request.Move.DECLINE;
import static app.resim.request.Move.EXPIRE;
import static app.resim.request.Move.FINISH;
import static app.resim.request.Move.HAND_OVER;
import static app.resim.request.Move.HOLD;
import static app.resim.request.Move.INSTALL;
import static app.resim.request.Move.PAUSE;
import static app.resim.request.Move.RELEASE;
import static app.resim.request.Move.RENEW;
import static app.resim.request.Move.RESUME;
import static app.resim.request.Move.SEND_PICTURE;
import static app.resim.request.Move.SEND_TO_REVIEW;
import static app.resim.request.Move.SET_ASIDE;
import static app.resim.request.Move.STALL;
import static app.resim.request.Move.SUBMIT;
import static app.resim.request.Move.TAKE_BACK;
import static app.resim.request.Move.VOTE;
import static app.resim.request.Move.WITHDRAW;
import static app.resim.request.RequestStatus.APPROVED;
import static app.resim.request.RequestStatus.DECLINED;
import static app.resim.request.RequestStatus.DONE;
import static app.resim.request.RequestStatus.DRAFT;
import static app.resim.request.RequestStatus.EXPIRED;
import static app.resim.request.RequestStatus.HANDED_OVER;
import static app.resim.request.RequestStatus.HELD;
import static app.resim.request.RequestStatus.INSTALLED;
import static app.resim.request.RequestStatus.IN_REVIEW;
import static app.resim.request.RequestStatus.PAUSED;
import static app.resim.request.RequestStatus.READY;
import static app.resim.request.RequestStatus.STALLED;
import static app.resim.request.RequestStatus.SUBMITTED;
import static app.resim.request.RequestStatus.WAITING_FOR_PICTURE;
import static app.resim.request.RequestStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every status times every move, against a picture of the life cycle that is written down
 * a second time here on purpose.
 */
class TransitionsTest {

	private static final Instant NOW = Instant.parse("2026-08-04T05:52:00Z");

	private static final Map<RequestStatus, Map<Move, RequestStatus>> LIFE = Map.ofEntries(
			Map.entry(DRAFT, Map.of(SUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN, EXPIRE, EXPIRED)),
			Map.entry(SUBMITTED,
					Map.of(SEND_TO_REVIEW, IN_REVIEW, APPROVE, APPROVED, HOLD, HELD, HAND_OVER, HANDED_OVER, WITHDRAW,
							WITHDRAWN)),
			Map.entry(IN_REVIEW,
					Map.of(APPROVE, APPROVED, DECLINE, DECLINED, WITHDRAW, WITHDRAWN, ASK_PICTURE, WAITING_FOR_PICTURE,
							HAND_OVER, HANDED_OVER, VOTE, IN_REVIEW, HOLD, HELD, PAUSE, PAUSED, SET_ASIDE, PAUSED)),
			Map.entry(HELD, Map.of(APPROVE, APPROVED, WITHDRAW, WITHDRAWN, PAUSE, PAUSED, SET_ASIDE, PAUSED)),
			Map.entry(PAUSED, Map.of(RESUME, IN_REVIEW, DECLINE, DECLINED, WITHDRAW, WITHDRAWN)),
			Map.entry(WAITING_FOR_PICTURE,
					Map.of(SEND_PICTURE, IN_REVIEW, WITHDRAW, WITHDRAWN, EXPIRE, EXPIRED, PAUSE, PAUSED, SET_ASIDE,
							PAUSED)),
			Map.entry(HANDED_OVER,
					Map.of(TAKE_BACK, IN_REVIEW, VOTE, IN_REVIEW, APPROVE, APPROVED, DECLINE, DECLINED, WITHDRAW,
							WITHDRAWN, EXPIRE, EXPIRED, HOLD, HELD, PAUSE, PAUSED, SET_ASIDE, PAUSED)),
			Map.entry(APPROVED,
					Map.of(RELEASE, READY, STALL, STALLED, WITHDRAW, WITHDRAWN, PAUSE, PAUSED, SET_ASIDE, PAUSED)),
			Map.entry(STALLED, Map.of(RESUME, APPROVED, WITHDRAW, WITHDRAWN, PAUSE, PAUSED, SET_ASIDE, PAUSED)), Map
				.entry(READY,
						Map.of(INSTALL, INSTALLED, RENEW, APPROVED, STALL, STALLED, WITHDRAW, WITHDRAWN, EXPIRE,
								EXPIRED, PAUSE, PAUSED, SET_ASIDE, PAUSED)),
			Map.entry(INSTALLED, Map.of(FINISH, DONE)));

	private static final Map<Move, Function<Request, RequestEvent>> DEEDS = Map.ofEntries(
			Map.entry(SUBMIT, request -> request.submit(new Money(0, "HKD"), Actor.RESIM, NOW)),
			Map.entry(SEND_TO_REVIEW,
					request -> request.sendToReview(1, List.of(), NOW.plus(Duration.ofHours(2)), NOW)),
			Map.entry(APPROVE, request -> request.approve(new OrderId(UUID.randomUUID()), Actor.RESIM, NOW)),
			Map.entry(HOLD, request -> {
				request.cool(NOW.plus(Duration.ofDays(1)), NOW);
				return request.hold(Actor.RESIM, NOW);
			}), Map.entry(PAUSE, request -> request.pause(NoticeChannel.LINE, NOW, NOW)),
			Map.entry(SET_ASIDE, request -> request.setAside("Seen before.", NOW, Actor.staff("fay"), NOW)),
			Map.entry(ASK_PICTURE,
					request -> request.askPictures(List.of(new PictureWish(Side.FRONT, PictureReason.BLURRED)), null,
							NOW.plus(Duration.ofDays(14)), Actor.staff("kay"), NOW)),
			Map.entry(SEND_PICTURE, request -> request.sendPictures(NOW, NOW, Actor.RESIM, NOW)),
			Map.entry(HAND_OVER, request -> request.handOver(null, NOW, Actor.staff("kay"), NOW)),
			Map.entry(TAKE_BACK, request -> request.takeBack(NOW, Actor.staff("kay"), NOW)),
			Map.entry(VOTE, request -> request.vote(NOW, Actor.staff("kay"), NOW)),
			Map.entry(DECLINE, request -> request.decline(DeclineReason.NOT_THE_OWNER, null, Actor.staff("kay"), NOW)),
			Map.entry(STALL, request -> request.stall("es2plus.8.2.5-3.9", NOW)),
			Map.entry(RESUME, request -> request.resume(Actor.staff("kay"), NOW)),
			Map.entry(RELEASE, request -> request.release(new OrderId(UUID.randomUUID()), NOW, NOW)),
			Map.entry(RENEW, request -> request.renew(new OrderId(UUID.randomUUID()), Actor.RESIM, NOW)),
			Map.entry(INSTALL, request -> request.install(NOW)), Map.entry(FINISH, request -> request.finish(NOW)),
			Map.entry(WITHDRAW, request -> request.withdraw(Actor.RESIM, NOW)),
			Map.entry(EXPIRE, request -> request.expire(NOW)));

	static Stream<Arguments> everyStatusTimesEveryMove() {
		return Arrays.stream(RequestStatus.values())
			.flatMap(status -> Arrays.stream(Move.values()).map(move -> Arguments.of(status, move)));
	}

	@ParameterizedTest
	@MethodSource("everyStatusTimesEveryMove")
	void aMoveLeadsWhereTheLifeCycleSaysOrNowhere(RequestStatus from, Move move) {
		Request request = requestIn(from);
		Function<Request, RequestEvent> deed = DEEDS.get(move);
		RequestStatus to = LIFE.getOrDefault(from, Map.of()).get(move);
		if (to == null) {
			assertThatExceptionOfType(Request.NoSuchMove.class).isThrownBy(() -> deed.apply(request));
			assertThat(request.status()).isEqualTo(from);
		}
		else {
			RequestEvent event = deed.apply(request);
			assertThat(request.status()).isEqualTo(to);
			assertThat(event).isInstanceOf(Transitions.row(from, move).orElseThrow().event());
			assertThat(event.subject()).isEqualTo(request.reference().reference());
		}
	}

	@ParameterizedTest
	@EnumSource(RequestStatus.class)
	void everyStatusStandsInARowAndOnlyEndsLeadNowhere(RequestStatus status) {
		Set<RequestStatus> reached = Transitions.ROWS.stream().map(Transitions.Row::to).collect(Collectors.toSet());
		Set<RequestStatus> left = Transitions.ROWS.stream().map(Transitions.Row::from).collect(Collectors.toSet());
		assertThat(status == DRAFT || reached.contains(status)).isTrue();
		assertThat(left.contains(status)).isNotEqualTo(status.isFinal());
	}

	@Test
	void noMoveStandsTwice() {
		assertThat(Transitions.ROWS.stream().map(row -> row.from() + " " + row.move())).doesNotHaveDuplicates();
	}

	/** Walks there by the shortest way through the second picture. */
	private static Request requestIn(RequestStatus status) {
		Request request = new Request(new RequestId(UUID.randomUUID()), new RequestReference("RS-7K4M-29QD"),
				new SubscriberId("demo-1"), new BrandId("tidewire"), new Msisdn("+85255500142"), RequestKind.ESIM, NOW);
		wayTo(status).forEach(move -> DEEDS.get(move).apply(request));
		assertThat(request.status()).isEqualTo(status);
		return request;
	}

	private static List<Move> wayTo(RequestStatus status) {
		return switch (status) {
			case DRAFT -> List.of();
			case SUBMITTED -> List.of(SUBMIT);
			case IN_REVIEW -> List.of(SUBMIT, SEND_TO_REVIEW);
			case WAITING_FOR_PICTURE -> List.of(SUBMIT, SEND_TO_REVIEW, ASK_PICTURE);
			case HANDED_OVER -> List.of(SUBMIT, SEND_TO_REVIEW, HAND_OVER);
			case HELD -> List.of(SUBMIT, HOLD);
			case PAUSED -> List.of(SUBMIT, HOLD, PAUSE);
			case APPROVED -> List.of(SUBMIT, APPROVE);
			case STALLED -> List.of(SUBMIT, APPROVE, STALL);
			case READY -> List.of(SUBMIT, APPROVE, RELEASE);
			case INSTALLED -> List.of(SUBMIT, APPROVE, RELEASE, INSTALL);
			case DONE -> List.of(SUBMIT, APPROVE, RELEASE, INSTALL, FINISH);
			case DECLINED -> List.of(SUBMIT, SEND_TO_REVIEW, DECLINE);
			case WITHDRAWN -> List.of(WITHDRAW);
			case EXPIRED -> List.of(EXPIRE);
		};
	}

}
