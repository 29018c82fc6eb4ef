-- each order in which reviewers page through what waits; the key is the last column of each
DROP INDEX replacement_request_by_status;
CREATE INDEX replacement_request_by_status ON replacement_request (status, due_at, id);
CREATE INDEX replacement_request_by_desk ON replacement_request (desk, due_at, id);
CREATE INDEX replacement_request_by_reviewer ON replacement_request (reviewer, desk, due_at, id);
CREATE INDEX replacement_request_by_reason ON replacement_request (desk, reason, due_at, id);
CREATE INDEX replacement_request_by_approver ON replacement_request (first_approver, desk, due_at, id);
CREATE INDEX replacement_request_by_reservation ON replacement_request (reserved_for, desk);
-- what the team has decided, by day
CREATE INDEX replacement_request_by_decision ON replacement_request (decided_at);
