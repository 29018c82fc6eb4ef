-- a new eSIM that waits (cooling), of which the owner was told (told), and that somebody stopped (paused)
ALTER TABLE replacement_request ADD COLUMN cooling_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE replacement_request ADD COLUMN remind_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE replacement_request ADD COLUMN told_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE replacement_request ADD COLUMN paused_at TIMESTAMP WITH TIME ZONE;
-- over which messages it was stopped so far: each of them stops it once
ALTER TABLE replacement_request ADD COLUMN paused_by VARCHAR(40);
-- requests from before were announced already
UPDATE replacement_request SET told_at = submitted_at WHERE submitted_at IS NOT NULL;
CREATE INDEX replacement_request_cooling ON replacement_request (status, cooling_until);
CREATE INDEX replacement_request_remind ON replacement_request (remind_at);
