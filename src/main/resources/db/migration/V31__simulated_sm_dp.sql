-- The simulated SM-DP+: profiles that are or were ordered. All others are available.
CREATE TABLE simulated_profile (
  iccid             VARCHAR(20)              NOT NULL PRIMARY KEY,
  profile_type      VARCHAR(100)             NOT NULL,
  state             VARCHAR(12)              NOT NULL,
  eid               VARCHAR(32),
  matching_id       VARCHAR(255),
  confirmation_code VARCHAR(64),
  changed_at        TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX simulated_profile_by_matching_id ON simulated_profile (matching_id);

-- The simulated network: which SIM serves a line, which comes next, whether it is stopped.
CREATE TABLE simulated_line (
  line     VARCHAR(16) NOT NULL PRIMARY KEY,
  sim      VARCHAR(20),
  next_sim VARCHAR(20),
  stopped  BOOLEAN     NOT NULL,
  since    TIMESTAMP WITH TIME ZONE
);
