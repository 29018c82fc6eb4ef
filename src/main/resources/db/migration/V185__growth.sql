-- What the sweeps look for, found without reading requests that ended long ago: drafts by their age, ended ones of which
-- something is still to be taken back, and reminders, of which ended requests may keep one
CREATE INDEX replacement_request_by_saving ON replacement_request (status, saved_at);
CREATE INDEX replacement_request_to_take_back ON replacement_request (status, undone, order_id);
DROP INDEX replacement_request_remind;
CREATE INDEX replacement_request_remind ON replacement_request (status, remind_at);

-- Free profiles in the order in which they are taken, before all that are used up
DROP INDEX iccid_stock_by_order;
CREATE INDEX iccid_stock_by_order ON iccid_stock (order_id, iccid);
