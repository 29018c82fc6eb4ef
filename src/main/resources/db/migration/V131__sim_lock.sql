-- A line whose customer does not want it replaced with anything weaker than the strongest proof
CREATE TABLE sim_lock (
  line       VARCHAR(16)              NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64)              NOT NULL,
  locked_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX sim_lock_by_subscriber ON sim_lock (subscriber);
