-- The requests that stand still, for those who look after them; all others have no next try
CREATE INDEX replacement_request_by_next_try ON replacement_request (next_try_at);
