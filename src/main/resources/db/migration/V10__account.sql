-- A round of sign-in by code. Nobody's round (an unknown contact) has no subscriber.
CREATE TABLE sign_in_challenge (
  challenge  VARCHAR(22)              NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64),
  mailbox    BYTEA                    NOT NULL,
  language   VARCHAR(35)              NOT NULL,
  made_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  codes      INT                      NOT NULL,
  tries      INT                      NOT NULL,
  used_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX sign_in_challenge_by_age ON sign_in_challenge (made_at);

-- Codes as keyed fingerprints. A code that was not sent is kept for equal work and opens nothing.
CREATE TABLE sign_in_code (
  id           UUID                     NOT NULL PRIMARY KEY,
  challenge    VARCHAR(22)              NOT NULL REFERENCES sign_in_challenge ON DELETE CASCADE,
  mailbox      BYTEA                    NOT NULL,
  fingerprint  BYTEA                    NOT NULL,
  sent         BOOLEAN                  NOT NULL,
  made_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  usable_until TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX sign_in_code_by_challenge ON sign_in_code (challenge);
CREATE INDEX sign_in_code_by_mailbox ON sign_in_code (mailbox, made_at);

-- One row to lock for each mailbox (keyed fingerprint), so that its codes are counted one after the other.
CREATE TABLE sign_in_mailbox (
  mailbox BYTEA                    NOT NULL PRIMARY KEY,
  last_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE staff (
  name         VARCHAR(60)  NOT NULL PRIMARY KEY,
  display_name VARCHAR(100) NOT NULL,
  password     VARCHAR(200) NOT NULL
);

CREATE TABLE staff_role (
  name      VARCHAR(60) NOT NULL REFERENCES staff ON DELETE CASCADE,
  role_name VARCHAR(20) NOT NULL,
  PRIMARY KEY (name, role_name)
);

-- Wrong passwords by name (keyed fingerprint), whether or not anybody has that name.
CREATE TABLE staff_slowdown (
  name       BYTEA                    NOT NULL PRIMARY KEY,
  failures   INT                      NOT NULL,
  last_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  slow_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What the simulated directory put on bills.
CREATE TABLE simulated_charge (
  reference  VARCHAR(100)             NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64)              NOT NULL,
  minor      BIGINT                   NOT NULL,
  currency   VARCHAR(3)               NOT NULL,
  at         TIMESTAMP WITH TIME ZONE NOT NULL
);
