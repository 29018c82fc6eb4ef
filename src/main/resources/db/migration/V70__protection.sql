-- when a line got a new SIM; source is the key of the change, so that it is recorded once
CREATE TABLE sim_change (
  source     VARCHAR(64)              NOT NULL PRIMARY KEY,
  line       VARCHAR(16)              NOT NULL,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX sim_change_by_line ON sim_change (line, changed_at);
