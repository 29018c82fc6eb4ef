-- Factors belong to customers and to staff. The kind is part of every key, so that a customer's key is never a colleague's.
CREATE TABLE factor_holder (
  handle BYTEA       NOT NULL PRIMARY KEY,
  kind   VARCHAR(20) NOT NULL,
  holder VARCHAR(64) NOT NULL,
  UNIQUE (kind, holder)
);
INSERT INTO factor_holder (handle, kind, holder) SELECT handle, 'CUSTOMER', subscriber FROM passkey_owner;
DROP TABLE passkey_owner CASCADE;
ALTER TABLE factor_holder RENAME TO passkey_owner;
ALTER TABLE passkey ADD CONSTRAINT passkey_of_owner FOREIGN KEY (handle) REFERENCES passkey_owner (handle) ON DELETE CASCADE;

CREATE TABLE app_of_holder (
  kind      VARCHAR(20)              NOT NULL,
  holder    VARCHAR(64)              NOT NULL,
  secret    BYTEA                    NOT NULL,
  last_step BIGINT                   NOT NULL,
  made_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (kind, holder)
);
INSERT INTO app_of_holder (kind, holder, secret, last_step, made_at)
  SELECT 'CUSTOMER', subscriber, secret, last_step, made_at FROM authenticator_app;
DROP TABLE authenticator_app;
ALTER TABLE app_of_holder RENAME TO authenticator_app;
