-- orders at the operator's back end of which nobody knows yet what became of them, by our own names for them
CREATE TABLE tmforum_order (
    external_id VARCHAR(64) PRIMARY KEY,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL
);
