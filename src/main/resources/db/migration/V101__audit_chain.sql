-- The link of each row of the trail, in the order of commits: a keyed fingerprint over the row and the link before.
-- Rows are only ever added. No foreign key: a row that is gone has to be noticed, not its deletion made harder.
CREATE TABLE audit_link (
  place BIGINT NOT NULL PRIMARY KEY,
  entry BIGINT NOT NULL UNIQUE,
  link  BYTEA  NOT NULL
);
-- Its one row is locked by whoever adds links, so that one adds at a time
CREATE TABLE audit_lock (
  id INT NOT NULL PRIMARY KEY
);
INSERT INTO audit_lock (id) VALUES (1);
