-- What was read on a document, sealed with the picture's own key and forgotten with it
ALTER TABLE identity_picture ADD COLUMN sealed_reading BYTEA;
