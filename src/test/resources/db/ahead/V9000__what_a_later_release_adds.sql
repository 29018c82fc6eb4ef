-- Everything that a migration may do to tables that older nodes use, on one that they write to with every step.
ALTER TABLE replacement_request ADD COLUMN ahead_word VARCHAR(40);
ALTER TABLE replacement_request ADD COLUMN ahead_count INT DEFAULT 7 NOT NULL;
UPDATE replacement_request SET ahead_word = 'from before';
CREATE INDEX replacement_request_ahead ON replacement_request (ahead_word, ahead_count);
ALTER TABLE replacement_request ALTER COLUMN reference SET DATA TYPE VARCHAR(30);
CREATE TABLE ahead (
  request UUID NOT NULL PRIMARY KEY REFERENCES replacement_request ON DELETE CASCADE,
  content ${bytes}
);
