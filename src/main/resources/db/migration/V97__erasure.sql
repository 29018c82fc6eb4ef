-- An order to erase a customer; running is empty once everything is done, so that one is carried out at a time
CREATE TABLE erasure (
  id         UUID                     NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64)              NOT NULL,
  running    VARCHAR(64)              UNIQUE,
  actor_kind VARCHAR(20)              NOT NULL,
  actor      VARCHAR(100)             NOT NULL,
  ordered_at TIMESTAMP WITH TIME ZONE NOT NULL,
  done_at    TIMESTAMP WITH TIME ZONE
);
