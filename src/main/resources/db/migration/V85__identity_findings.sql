-- What the machine saw on a picture. The reasons are words with commas between them.
ALTER TABLE identity_picture ADD COLUMN verdict VARCHAR(20) DEFAULT 'ACCEPTED' NOT NULL;
ALTER TABLE identity_picture ADD COLUMN reasons VARCHAR(400) DEFAULT '' NOT NULL;
-- A keyed hash of whose picture it is; stays with the fingerprint, to see a file used by somebody else
ALTER TABLE identity_picture ADD COLUMN owner BYTEA;
-- What it looks like from afar, 256 bits; null as soon as the picture is removed
ALTER TABLE identity_picture ADD COLUMN likeness VARCHAR(64);

-- Parts of the likeness, by which near pictures are found; removed with the picture
CREATE TABLE identity_likeness (
  band    INT  NOT NULL,
  picture UUID NOT NULL REFERENCES identity_picture (id),
  PRIMARY KEY (band, picture)
);
CREATE INDEX identity_likeness_by_picture ON identity_likeness (picture);

-- That a better picture was asked for; the next one of the same side is taken as it is
CREATE TABLE identity_retake (
  place  VARCHAR(140) NOT NULL PRIMARY KEY,
  folder VARCHAR(100) NOT NULL REFERENCES identity_folder (folder)
);
CREATE INDEX identity_retake_by_folder ON identity_retake (folder);
