-- A folder is the caller's opaque key; its row is also the lock that serialises changes of its pictures
CREATE TABLE identity_folder (
  folder        VARCHAR(100)             NOT NULL PRIMARY KEY,
  release_after TIMESTAMP WITH TIME ZONE
);
CREATE INDEX identity_folder_by_release ON identity_folder (release_after);

-- That a picture existed. Once it is removed, place and sealed_key are null: its bytes can never be opened again.
-- The fingerprint (a keyed hash of the file as received) stays, to recognise a file that is used a second time.
CREATE TABLE identity_picture (
  id          UUID                     NOT NULL PRIMARY KEY,
  folder      VARCHAR(100)             NOT NULL REFERENCES identity_folder (folder),
  side        VARCHAR(20)              NOT NULL,
  place       VARCHAR(140)             UNIQUE,
  width       INT                      NOT NULL,
  height      INT                      NOT NULL,
  sealed_key  BYTEA,
  fingerprint BYTEA                    NOT NULL,
  accepted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  removed_at  TIMESTAMP WITH TIME ZONE,
  CONSTRAINT identity_picture_is_there_or_gone CHECK
    ((removed_at IS NULL AND place IS NOT NULL AND sealed_key IS NOT NULL)
      OR (removed_at IS NOT NULL AND place IS NULL AND sealed_key IS NULL))
);
CREATE INDEX identity_picture_by_folder ON identity_picture (folder);
CREATE INDEX identity_picture_by_fingerprint ON identity_picture (fingerprint);

-- The sealed bytes themselves; only the vault's adapter reads or writes here
CREATE TABLE identity_vault (
  name   UUID     NOT NULL PRIMARY KEY,
  sealed ${bytes} NOT NULL
);
