-- A senior colleague asked that the lost proofs of a member of staff are taken away; a second colleague has to confirm it.
CREATE TABLE staff_reset (
  name     VARCHAR(60)              NOT NULL PRIMARY KEY,
  asked_by VARCHAR(60)              NOT NULL,
  asked_at TIMESTAMP WITH TIME ZONE NOT NULL
);
