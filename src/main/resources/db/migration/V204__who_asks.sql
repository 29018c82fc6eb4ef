-- Whom the rules of a country mean, as its owner said or as the operator's file says: ORDINARY, or a rule's condition.
-- The adult who agrees for a minor: a name, or empty where nobody does
ALTER TABLE replacement_request ADD COLUMN person VARCHAR(20);
ALTER TABLE replacement_request ADD COLUMN adult VARCHAR(120);
