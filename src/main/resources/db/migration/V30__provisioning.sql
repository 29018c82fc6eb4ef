-- One order of a profile and how far it has come.
CREATE TABLE profile_order (
  id              UUID                     NOT NULL PRIMARY KEY,
  line            VARCHAR(16)              NOT NULL,
  profile_type    VARCHAR(100)             NOT NULL,
  eid             VARCHAR(32),
  usable_seconds  BIGINT                   NOT NULL,
  state           VARCHAR(12)              NOT NULL,
  iccid           VARCHAR(20),
  -- the same, until the order is taken back: no two live orders share a profile
  live_iccid      VARCHAR(20)              UNIQUE,
  from_pool       BOOLEAN                  NOT NULL,
  old_iccid       VARCHAR(20),
  old_sim         VARCHAR(8)               NOT NULL,
  -- the call that was stored before it was made, and until when its outcome is waited for
  calls           INT                      NOT NULL,
  call_id         VARCHAR(50),
  called_until    TIMESTAMP WITH TIME ZONE,
  unsure          BOOLEAN                  NOT NULL,
  unknown_calls   INT                      NOT NULL,
  maybe_confirmed BOOLEAN                  NOT NULL,
  secrets         BYTEA,
  bound           BOOLEAN                  NOT NULL,
  usable_until    TIMESTAMP WITH TIME ZONE,
  fault           VARCHAR(100),
  fault_text      VARCHAR(300),
  created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  version         BIGINT                   NOT NULL
);
CREATE INDEX profile_order_by_line ON profile_order (line, state);

-- What the SM-DP+ reported, each report once.
CREATE TABLE download_report (
  order_id    UUID                     NOT NULL REFERENCES profile_order (id),
  point       INT                      NOT NULL,
  result      VARCHAR(8)               NOT NULL,
  code        VARCHAR(40)              NOT NULL,
  sent_at     VARCHAR(64)              NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (order_id, point, result, code, sent_at)
);

-- The operator's pool of profiles that only Resim orders.
CREATE TABLE iccid_stock (
  iccid        VARCHAR(20)              NOT NULL PRIMARY KEY,
  profile_type VARCHAR(100),
  -- who took it; stays after a failure, so that a doubtful profile is never taken again
  order_id     UUID,
  added_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX iccid_stock_by_order ON iccid_stock (order_id);
