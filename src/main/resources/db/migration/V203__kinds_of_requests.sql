-- A request may be about a physical card: how it comes to its owner, in which shop, and what proves that it came
ALTER TABLE replacement_request ADD COLUMN kind VARCHAR(12) DEFAULT 'ESIM' NOT NULL;
ALTER TABLE replacement_request ADD COLUMN card_way VARCHAR(12);
ALTER TABLE replacement_request ADD COLUMN store VARCHAR(40);
ALTER TABLE replacement_request ADD COLUMN collect_code BYTEA;
ALTER TABLE replacement_request ADD COLUMN wrong_codes INT DEFAULT 0 NOT NULL;

-- Where a courier brings a card, sealed; forgotten with the pictures
CREATE TABLE request_address (
  request UUID  NOT NULL PRIMARY KEY REFERENCES replacement_request ON DELETE CASCADE,
  sealed  BYTEA NOT NULL
);
