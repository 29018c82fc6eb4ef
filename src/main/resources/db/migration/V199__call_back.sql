-- Somebody wants to be called or written to. Where, is sealed, and overwritten when it has ended.
CREATE TABLE call_back (
  id            UUID                     NOT NULL PRIMARY KEY,
  brand         VARCHAR(40)              NOT NULL,
  contact       BYTEA                    NOT NULL,
  contact_print BYTEA                    NOT NULL,
  by_phone      BOOLEAN                  NOT NULL,
  topic         VARCHAR(20)              NOT NULL,
  language      VARCHAR(35)              NOT NULL,
  asked_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  from_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  until_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  tries         INT                      NOT NULL,
  claimed_by    VARCHAR(60),
  claimed_at    TIMESTAMP WITH TIME ZONE,
  ended_at      TIMESTAMP WITH TIME ZONE,
  outcome       VARCHAR(20)
);
CREATE INDEX call_back_by_end ON call_back (ended_at, until_at);
