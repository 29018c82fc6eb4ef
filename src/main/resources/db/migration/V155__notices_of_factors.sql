-- A notice is about a request, or about a customer: then the reference is the customer's key, and the kind also holds the moment.
ALTER TABLE notice ALTER COLUMN reference SET DATA TYPE VARCHAR(64);
ALTER TABLE notice ALTER COLUMN kind SET DATA TYPE VARCHAR(60);
