-- With which browsers a customer has signed in: a fingerprint of what the browser's cookie holds.
CREATE TABLE known_browser (
  mark       VARCHAR(64)              NOT NULL,
  subscriber VARCHAR(80)              NOT NULL,
  since      TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (subscriber, mark)
);
CREATE INDEX known_browser_by_seen ON known_browser (seen_at);

-- From which network a request came: a keyed fingerprint, forgotten after a day.
ALTER TABLE request_weighing ADD COLUMN network VARCHAR(100);
CREATE INDEX request_weighing_by_network ON request_weighing (network, weighed_at);

-- Whether the SIM that is said to be gone was in use, just before its line was stopped.
ALTER TABLE replacement_request ADD COLUMN old_sim VARCHAR(10);

-- The simulated network says so where it is told to.
ALTER TABLE simulated_line ADD COLUMN attached BOOLEAN;
