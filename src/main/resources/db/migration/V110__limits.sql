-- how often something was done; ids are keyed fingerprints, and what is full again is deleted
CREATE TABLE limit_bucket (
    id         BYTEA  NOT NULL PRIMARY KEY,
    state      BYTEA,
    -- milliseconds since 1970
    expires_at BIGINT NOT NULL
);

CREATE INDEX limit_bucket_expires_at ON limit_bucket (expires_at);
