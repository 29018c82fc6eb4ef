-- What was known when a request was sent and what followed: by which means the customer had proven who they are, what
-- speaks against it, what could not be known, under which version of the brand's rules. The document's keyed fingerprint
-- is there for a day, to count how often it is used
CREATE TABLE request_weighing (
  request       UUID                     NOT NULL REFERENCES replacement_request ON DELETE CASCADE,
  turn          INT                      NOT NULL,
  weighed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  proven        VARCHAR(600)             NOT NULL,
  strength      VARCHAR(30)              NOT NULL,
  people        INT                      NOT NULL,
  held_until    TIMESTAMP WITH TIME ZONE,
  points        INT                      NOT NULL,
  signals       VARCHAR(600)             NOT NULL,
  unknown_facts VARCHAR(400)             NOT NULL,
  policy        VARCHAR(64)              NOT NULL,
  document      BYTEA,
  PRIMARY KEY (request, turn)
);
CREATE INDEX request_weighing_by_document ON request_weighing (document, weighed_at);
