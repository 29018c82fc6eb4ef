-- One physical SIM card on its way to a line.
CREATE TABLE card_order (
  id          UUID                     NOT NULL PRIMARY KEY,
  line        VARCHAR(16)              NOT NULL,
  state       VARCHAR(12)              NOT NULL,
  iccid       VARCHAR(20),
  -- the same, unless the card came back unused: no card goes to two people
  live_iccid  VARCHAR(20)              UNIQUE,
  -- the SIM that served the line before, and whether the network was asked for it
  old_iccid   VARCHAR(20),
  old_known   BOOLEAN                  NOT NULL,
  tracking    VARCHAR(60),
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  prepared_at TIMESTAMP WITH TIME ZONE,
  sent_at     TIMESTAMP WITH TIME ZONE,
  changed_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX card_order_by_state ON card_order (state, created_at);
