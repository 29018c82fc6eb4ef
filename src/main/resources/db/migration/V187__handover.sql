-- One picture of one request that another device may add, while a code on the first screen can be read or the device is
-- connected. Of the code only a hash is kept, and only until it is read; a row is deleted soon after its time.
CREATE TABLE handover (
  id            UUID                     NOT NULL PRIMARY KEY,
  mark          VARCHAR(64)              UNIQUE,
  session       UUID                     NOT NULL,
  screen        UUID                     NOT NULL,
  request       VARCHAR(12)              NOT NULL,
  side          VARCHAR(20)              NOT NULL,
  document_kind VARCHAR(30),
  reason        VARCHAR(30),
  numbers       VARCHAR(20)              NOT NULL,
  fitting       INT                      NOT NULL,
  stage         VARCHAR(20)              NOT NULL,
  ends_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  sending       UUID,
  sending_until TIMESTAMP WITH TIME ZONE,
  picture       UUID,
  why           VARCHAR(20)
);
CREATE INDEX handover_by_session ON handover (session);
CREATE INDEX handover_by_time ON handover (ends_at);
