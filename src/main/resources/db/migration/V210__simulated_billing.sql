-- What was done at the simulated billing: bills that were paid, charges that were stopped, refunds, lines that were closed.
CREATE TABLE simulated_billing (
  deed      VARCHAR(20)              NOT NULL,
  reference VARCHAR(100)             NOT NULL,
  line      VARCHAR(16)              NOT NULL,
  minor     BIGINT,
  currency  VARCHAR(3),
  way       VARCHAR(20),
  effective TIMESTAMP WITH TIME ZONE,
  at        TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (deed, reference)
);
CREATE INDEX simulated_billing_by_line ON simulated_billing (line, deed);
CREATE INDEX simulated_billing_by_time ON simulated_billing (at);
