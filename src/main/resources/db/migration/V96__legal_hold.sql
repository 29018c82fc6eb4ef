-- Nothing about a customer is deleted while a hold lies; lies_on is empty once it is lifted, so that one lies at a time
CREATE TABLE legal_hold (
  id         UUID                     NOT NULL PRIMARY KEY,
  subscriber VARCHAR(64)              NOT NULL,
  lies_on    VARCHAR(64)              UNIQUE,
  reason     VARCHAR(1000)            NOT NULL,
  placed_by  VARCHAR(60)              NOT NULL,
  placed_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  lifted_by  VARCHAR(60),
  lifted_at  TIMESTAMP WITH TIME ZONE
);
