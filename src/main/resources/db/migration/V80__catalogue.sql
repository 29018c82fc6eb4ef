-- device names that the list did not know, counted; nothing about the person who asked
CREATE TABLE unknown_device (
  name       VARCHAR(80)              NOT NULL PRIMARY KEY,
  asked      BIGINT                   NOT NULL,
  last_asked TIMESTAMP WITH TIME ZONE NOT NULL
);
