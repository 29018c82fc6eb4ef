-- What an outer system was asked for an order and what it answered, for the people who look after an order that stands
-- still: the last calls only, without any number or code.
CREATE TABLE outside_call (
    order_id    UUID                     NOT NULL REFERENCES profile_order (id) ON DELETE CASCADE,
    number      INT                      NOT NULL,
    question    VARCHAR(20)              NOT NULL,
    asked_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    answered_at TIMESTAMP WITH TIME ZONE,
    answer      VARCHAR(60),
    PRIMARY KEY (order_id, number)
);
