-- An appointment in a shop. No two can have the same place of the same slot: place is emptied when one is given back.
-- open_subject is what it is about while it is still to come, so that nobody holds two for the same
CREATE TABLE shop_visit (
  reference     VARCHAR(16)              NOT NULL PRIMARY KEY,
  subscriber    VARCHAR(64)              NOT NULL,
  brand         VARCHAR(64)              NOT NULL,
  store         VARCHAR(40)              NOT NULL,
  begins_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  ends_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  place         INT,
  purpose       VARCHAR(20)              NOT NULL,
  subject       VARCHAR(64)              NOT NULL,
  open_subject  VARCHAR(64),
  state         VARCHAR(12)              NOT NULL,
  revision      INT                      NOT NULL,
  booked_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  next_reminder TIMESTAMP WITH TIME ZONE,
  UNIQUE (brand, store, begins_at, place),
  UNIQUE (subscriber, open_subject)
);
CREATE INDEX shop_visit_by_reminder ON shop_visit (next_reminder);
CREATE INDEX shop_visit_by_end ON shop_visit (ends_at);

-- How many people wait in a shop without an appointment, as somebody there has counted
CREATE TABLE shop_queue (
  brand    VARCHAR(64)              NOT NULL,
  store    VARCHAR(40)              NOT NULL,
  waiting  INT                      NOT NULL,
  noted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (brand, store)
);

-- In which shop a colleague works
CREATE TABLE shop_desk (
  staff VARCHAR(64) NOT NULL PRIMARY KEY,
  brand VARCHAR(64) NOT NULL,
  store VARCHAR(40) NOT NULL
);
