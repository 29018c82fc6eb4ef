-- A SIM lock that staff will open: one colleague asked, a second one agreed, and then the owner has time to keep it.
CREATE TABLE lock_opening (
  line       VARCHAR(16)              NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64)              NOT NULL,
  asked_by   VARCHAR(60)              NOT NULL,
  why        VARCHAR(500)             NOT NULL,
  asked_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  agreed_by  VARCHAR(60),
  opens_at   TIMESTAMP WITH TIME ZONE
);
CREATE INDEX lock_opening_by_time ON lock_opening (opens_at);
