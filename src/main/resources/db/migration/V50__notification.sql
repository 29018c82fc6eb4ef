-- Which notice was given about which request: a repeated event gives none twice.
CREATE TABLE notice (
  reference  VARCHAR(20)              NOT NULL,
  kind       VARCHAR(20)              NOT NULL,
  channel    VARCHAR(20)              NOT NULL,
  claimed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  settled_at TIMESTAMP WITH TIME ZONE,
  outcome    VARCHAR(20),
  PRIMARY KEY (reference, kind, channel)
);

-- What the simulated gateways caught instead of sending.
CREATE TABLE caught_message (
  id        BIGINT                   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  caught_at TIMESTAMP WITH TIME ZONE NOT NULL,
  channel   VARCHAR(20)              NOT NULL,
  recipient VARCHAR(320)             NOT NULL,
  subject   VARCHAR(300)             NOT NULL,
  body      VARCHAR(10000)           NOT NULL
);
