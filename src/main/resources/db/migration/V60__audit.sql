-- One row for each audited event. Rows are only ever added.
CREATE TABLE audit_entry (
  id         BIGINT                   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         TIMESTAMP WITH TIME ZONE NOT NULL,
  actor_kind VARCHAR(20)              NOT NULL,
  actor      VARCHAR(100)             NOT NULL,
  deed       VARCHAR(100)             NOT NULL,
  subject    VARCHAR(100)             NOT NULL,
  details    VARCHAR(1000)            NOT NULL
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id);
