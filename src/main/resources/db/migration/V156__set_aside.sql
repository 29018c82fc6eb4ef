-- Who of the staff stopped a request last, why, and how often that happened.
ALTER TABLE replacement_request ADD COLUMN set_aside_by VARCHAR(60);
ALTER TABLE replacement_request ADD COLUMN set_aside_why VARCHAR(500);
ALTER TABLE replacement_request ADD COLUMN set_asides INT DEFAULT 0 NOT NULL;
