-- a new code instead of one that ran out or failed
ALTER TABLE replacement_request ADD COLUMN former_order UUID;
ALTER TABLE replacement_request ADD COLUMN new_codes INT DEFAULT 0 NOT NULL;
