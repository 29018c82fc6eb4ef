-- Names in a bucket whose bytes do not count. Doomed: they are to be deleted. Otherwise: they may still come and be kept;
-- when due, they are doomed
CREATE TABLE identity_leftover (
  name   UUID                     NOT NULL PRIMARY KEY,
  doomed BOOLEAN                  NOT NULL,
  due    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX identity_leftover_by_due ON identity_leftover (doomed, due);
