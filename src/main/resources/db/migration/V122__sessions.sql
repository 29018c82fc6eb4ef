-- Where somebody is signed in. The id opens nothing: a browser has its session cookie, and the server knows which row that is.
CREATE TABLE sign_in_session (
  id       UUID                     NOT NULL PRIMARY KEY,
  kind     VARCHAR(20)              NOT NULL,
  holder   VARCHAR(64)              NOT NULL,
  browser  VARCHAR(20)              NOT NULL,
  device   VARCHAR(20)              NOT NULL,
  begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX sign_in_session_by_holder ON sign_in_session (kind, holder);
CREATE INDEX sign_in_session_by_age ON sign_in_session (begun_at);
