-- Whose folder it is, so that a legal hold and a person's rights reach it
ALTER TABLE identity_folder ADD COLUMN subscriber VARCHAR(64);
CREATE INDEX identity_folder_by_subscriber ON identity_folder (subscriber);
UPDATE identity_folder SET subscriber =
  (SELECT r.subscriber FROM replacement_request r WHERE identity_folder.folder = 'request:' || CAST(r.id AS VARCHAR(36)));

-- Drafts that were begun before brands said how long their pictures are kept
UPDATE identity_folder SET release_after =
  (SELECT r.saved_at + INTERVAL '7' DAY FROM replacement_request r
    WHERE identity_folder.folder = 'request:' || CAST(r.id AS VARCHAR(36)))
  WHERE release_after IS NULL AND EXISTS (SELECT 1 FROM replacement_request r
    WHERE identity_folder.folder = 'request:' || CAST(r.id AS VARCHAR(36)) AND r.status = 'DRAFT');

-- What each run of the job that forgets pictures did
CREATE TABLE forgetting_run (
  id       BIGINT                   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ran_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  pictures INT                      NOT NULL,
  numbers  INT                      NOT NULL,
  held     INT                      NOT NULL,
  failures INT                      NOT NULL
);
