-- The random name under which a customer's devices know them; it tells nothing about the customer.
CREATE TABLE passkey_owner (
  handle     BYTEA       NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64) NOT NULL UNIQUE
);

CREATE TABLE passkey (
  credential      BYTEA                    NOT NULL PRIMARY KEY,
  id              UUID                     NOT NULL UNIQUE,
  handle          BYTEA                    NOT NULL REFERENCES passkey_owner ON DELETE CASCADE,
  public_key      BYTEA                    NOT NULL,
  signatures      BIGINT                   NOT NULL,
  verified        BOOLEAN                  NOT NULL,
  backup_eligible BOOLEAN                  NOT NULL,
  backed_up       BOOLEAN                  NOT NULL,
  transports      VARCHAR(200)             NOT NULL,
  attestation     BYTEA,
  client_data     BYTEA,
  label           VARCHAR(60)              NOT NULL,
  made_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  last_used_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX passkey_by_handle ON passkey (handle);

-- The secret is sealed. last_step counts half minutes: a code of that step or an older one is not taken again.
CREATE TABLE authenticator_app (
  subscriber VARCHAR(64)              NOT NULL PRIMARY KEY,
  secret     BYTEA                    NOT NULL,
  last_step  BIGINT                   NOT NULL,
  made_at    TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Printed codes, hashed. The slot is a code's first letter, so that one hash is compared and not ten.
CREATE TABLE recovery_code (
  subscriber VARCHAR(64)              NOT NULL,
  slot       VARCHAR(1)               NOT NULL,
  hash       VARCHAR(200)             NOT NULL,
  made_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  used_at    TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (subscriber, slot)
);
