-- What was laid down for a brand, one row for each edition: proposed by one, agreed to by another, in force from its day. The
-- first one of a brand comes from a file. Of the newest one that was agreed to at most one follows.
CREATE TABLE brand_edition (
  id          UUID                     NOT NULL PRIMARY KEY,
  brand       VARCHAR(40)              NOT NULL,
  place       INT                      NOT NULL,
  brand_text  VARCHAR(200000)          NOT NULL,
  why         VARCHAR(500)             NOT NULL,
  based_on    UUID,
  follows     UUID                     UNIQUE,
  first_of    VARCHAR(40)              UNIQUE,
  file_print  VARCHAR(64),
  proposed_by VARCHAR(80),
  proposed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  wanted_from TIMESTAMP WITH TIME ZONE NOT NULL,
  agreed_by   VARCHAR(80),
  agreed_at   TIMESTAMP WITH TIME ZONE,
  holds_from  TIMESTAMP WITH TIME ZONE,
  dropped_by  VARCHAR(80),
  dropped_at  TIMESTAMP WITH TIME ZONE,
  UNIQUE (brand, file_print)
);
