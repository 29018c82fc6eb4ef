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

	@Query("select r from Request r where r.status = :status and r.codeUntil < :now")
	List<Request> withCodeOver(RequestStatus status, Instant now, Limit limit);

	List<Request> findByStatusInAndWaitsUntilBefore(Collection<RequestStatus> statuses, Instant now, Limit limit);

	/**
	 * Requests that a run of fulfilment would bring further, and that wait for no set
	 * time.
	 */
	@Query("""
			select r from Request r
			where (r.nextTryAt is null or r.nextTryAt < :now)
			and (r.status in (app.resim.request.RequestStatus.APPROVED, app.resim.request.RequestStatus.INSTALLED)
				or (r.orderId is not null and r.undone = false
					and r.status in (app.resim.request.RequestStatus.WITHDRAWN,
						app.resim.request.RequestStatus.EXPIRED, app.resim.request.RequestStatus.DECLINED,
						app.resim.request.RequestStatus.PAUSED)))
			""")
	List<Request> needingWork(Instant now, Limit limit);

	/** Requests that wait for a person or were tried in vain some times. */
	@Query("""
			select r from Request r
			where r.status = app.resim.request.RequestStatus.STALLED or (r.nextTryAt is not null and r.tries >= :tries)
			order by r.savedAt
			""")
	List<Request> standingStill(int tries, Limit limit);

	List<Request> findByStatusAndCoolingUntilLessThanEqual(RequestStatus status, Instant now, Limit limit);

	List<Request> findByStatusInAndRemindAtLessThanEqual(Collection<RequestStatus> statuses, Instant now, Limit limit);

	List<Request> findByStatusAndSavedAtBefore(RequestStatus status, Instant savedAt, Limit limit);

}
