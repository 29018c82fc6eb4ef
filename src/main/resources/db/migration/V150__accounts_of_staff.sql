-- Which account of the operator's own provider (OpenID Connect) belongs to whom of the staff.
ALTER TABLE staff ADD COLUMN openid_issuer VARCHAR(255);
ALTER TABLE staff ADD COLUMN openid_subject VARCHAR(255);
CREATE UNIQUE INDEX staff_openid ON staff (openid_issuer, openid_subject);
