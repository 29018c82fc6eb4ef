package app.resim.request;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The rows. Whatever a customer asks for is looked up with its owner.
 */
interface RequestRows extends Repository<Request, RequestId> {

	Request save(Request request);

	Request saveAndFlush(Request request);

	Optional<Request> findById(RequestId id);

	Optional<Request> findByReferenceAndSubscriber(String reference, String subscriber);

	Optional<Request> findByReference(String reference);

	Optional<Request> findByLiveLine(String liveLine);

	Optional<Request> findByOrderId(UUID orderId);

	List<Request> findBySubscriberOrderByCreatedAtDesc(String subscriber, Limit limit);

	List<Request> findByLineAndStatusNotOrderByCreatedAtDesc(String line, RequestStatus not, Limit limit);

	int countByLineAndSubmittedAtAfter(String line, Instant start);

	int countBySubscriberAndSubmittedAtAfter(String subscriber, Instant start);

	long countByStatusIn(Collection<RequestStatus> statuses);

	// What follows is looked for twice a minute among millions that have ended. Status
	// words that are fixed stand in the text, so that a planner knows how rare they are;
	// where one is not rare, the order is an index's

	@Query("""
			select r from Request r
			where r.status = app.resim.request.RequestStatus.DRAFT and r.savedAt < :before
			order by r.savedAt
			""")
	List<Request> oldDrafts(Instant before, Limit limit);

	@Query("""
			select r from Request r
			where r.status in (app.resim.request.RequestStatus.WAITING_FOR_PICTURE,
				app.resim.request.RequestStatus.HANDED_OVER, app.resim.request.RequestStatus.READY)
				and r.waitsUntil < :now
			""")
	List<Request> waitingTooLong(Instant now, Limit limit);

	/** Whose code is over and not yet taken back. */
	@Query("""
			select r from Request r
			where r.status = app.resim.request.RequestStatus.READY and r.codeUntil < :now and r.undone = false
				and (r.nextTryAt is null or r.nextTryAt < :now)
			""")
	List<Request> withCodeOver(Instant now, Limit limit);

	@Query("""
			select r from Request r
			where r.status in (app.resim.request.RequestStatus.HELD, app.resim.request.RequestStatus.IN_REVIEW,
				app.resim.request.RequestStatus.HANDED_OVER, app.resim.request.RequestStatus.WAITING_FOR_PICTURE)
				and r.remindAt <= :now
			""")
	List<Request> toRemindOf(Instant now, Limit limit);

	@Query("select r from Request r where r.status = app.resim.request.RequestStatus.HELD and r.coolingUntil <= :now")
	List<Request> cooled(Instant now, Limit limit);

	/**
	 * Requests that a run of fulfilment would bring further, and that wait for no set
	 * time.
	 */
	@Query("""
			select r from Request r
			where r.status in (app.resim.request.RequestStatus.APPROVED, app.resim.request.RequestStatus.INSTALLED)
				and (r.nextTryAt is null or r.nextTryAt < :now)
			""")
	List<Request> toBringOn(Instant now, Limit limit);

	/** Requests that wait for a person or were tried in vain some times. */
	@Query("""
			select r from Request r
			where r.status = app.resim.request.RequestStatus.STALLED or (r.nextTryAt is not null and r.tries >= :tries)
			order by r.savedAt
			""")
	List<Request> standingStill(int tries, Limit limit);

	/** Physical cards that people have something to do with. */
	@Query("""
			select r from Request r
			where r.status in (app.resim.request.RequestStatus.HANDED_OVER, app.resim.request.RequestStatus.READY)
				and r.kind = app.resim.request.RequestKind.CARD
			order by r.submittedAt
			""")
	List<Request> openCards(Limit limit);

	/**
	 * Requests that ended with this status, or stand still with it, and of which
	 * something ordered is still to be taken back.
	 */
	@Query("""
			select r from Request r
			where r.status = :status and r.undone = false and r.orderId is not null
				and (r.nextTryAt is null or r.nextTryAt < :now)
			order by r.orderId
			""")
	List<Request> toTakeBack(RequestStatus status, Instant now, Limit limit);

}
