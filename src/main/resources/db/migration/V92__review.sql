-- what a reviewer asked for: pictures with a reason each, or a visit to a store, and until when
ALTER TABLE replacement_request ADD COLUMN wanted_pictures VARCHAR(200);
ALTER TABLE replacement_request ADD COLUMN came_pictures VARCHAR(60);
ALTER TABLE replacement_request ADD COLUMN ask_note VARCHAR(500);
ALTER TABLE replacement_request ADD COLUMN asked_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE replacement_request ADD COLUMN waits_until TIMESTAMP WITH TIME ZONE;
-- how often the customer was asked for something
ALTER TABLE replacement_request ADD COLUMN rounds INT DEFAULT 0 NOT NULL;
-- who may take it first when the pictures have come
ALTER TABLE replacement_request ADD COLUMN reserved_for VARCHAR(80);
ALTER TABLE replacement_request ADD COLUMN reserved_until TIMESTAMP WITH TIME ZONE;
-- whether an answer ever came later than promised
ALTER TABLE replacement_request ADD COLUMN promise_broken BOOLEAN DEFAULT FALSE NOT NULL;
-- how many different people must approve, and who has done so first
ALTER TABLE replacement_request ADD COLUMN people INT DEFAULT 1 NOT NULL;
ALTER TABLE replacement_request ADD COLUMN first_approver VARCHAR(80);
-- when it is due, while the second one is waited for
ALTER TABLE replacement_request ADD COLUMN second_due_at TIMESTAMP WITH TIME ZONE;
-- where it lies: OPEN for the reviewers, CUSTOMER while the customer has to do something
ALTER TABLE replacement_request ADD COLUMN desk VARCHAR(20);
ALTER TABLE replacement_request ADD COLUMN due_at TIMESTAMP WITH TIME ZONE;
UPDATE replacement_request SET desk = 'OPEN', due_at = COALESCE(answer_by, saved_at)
  WHERE status IN ('IN_REVIEW', 'STALLED');

-- an approval takes a seat; nobody can take two
CREATE TABLE review_vote (
  request  UUID                     NOT NULL REFERENCES replacement_request ON DELETE CASCADE,
  seat     INT                      NOT NULL CHECK (seat BETWEEN 1 AND 2),
  reviewer VARCHAR(80)              NOT NULL,
  note     VARCHAR(2000)            NOT NULL,
  voted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (request, seat),
  CONSTRAINT review_vote_by_different_people UNIQUE (request, reviewer)
);

-- accounts of a member of staff's own, or of people close to them
CREATE TABLE staff_link (
  name       VARCHAR(60) NOT NULL REFERENCES staff ON DELETE CASCADE,
  subscriber VARCHAR(64) NOT NULL,
  PRIMARY KEY (name, subscriber)
);
