-- each order in which reviewers page through what waits; the key is the last column of each
DROP INDEX replacement_request_by_status;
CREATE INDEX replacement_request_by_status ON replacement_request (status, due_at, id);
CREATE INDEX replacement_request_by_desk ON replacement_request (desk, due_at, id);
CREATE INDEX replacement_request_by_reviewer ON replacement_request (reviewer, desk, due_at, id);
CREATE INDEX replacement_request_by_reason ON replacement_request (desk, reason, due_at, id);
CREATE INDEX replacement_request_by_second ON replacement_request (second_due_at, id);
CREATE INDEX replacement_request_by_reservation ON replacement_request (reserved_for, desk);
-- all that the team's figures read
CREATE INDEX replacement_request_by_decision
  ON replacement_request (decided_at, route, decline_reason, promise_broken, submitted_at);
CREATE INDEX replacement_request_by_age ON replacement_request (desk, submitted_at);
