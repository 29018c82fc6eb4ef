-- What a session rests on, and by what its browser is seated again on another node. Of a token only its hash is kept.
ALTER TABLE sign_in_session ADD COLUMN entrance VARCHAR(20);
ALTER TABLE sign_in_session ADD COLUMN browser_since TIMESTAMP WITH TIME ZONE;
ALTER TABLE sign_in_session ADD COLUMN network VARCHAR(100);
CREATE TABLE sign_in_proven (
  session    UUID                     NOT NULL REFERENCES sign_in_session (id) ON DELETE CASCADE,
  factor     VARCHAR(30)              NOT NULL,
  place      INT                      NOT NULL,
  proven_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  held_since TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (session, factor)
);
CREATE TABLE resume_token (
  mark        VARCHAR(64)              NOT NULL PRIMARY KEY,
  session     UUID                     NOT NULL REFERENCES sign_in_session (id) ON DELETE CASCADE,
  replaced_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX resume_token_by_session ON resume_token (session);
