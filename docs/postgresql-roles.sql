-- The two roles of an installation on PostgreSQL. Run this as the owner of the database's schema after each update.
-- The owner (spring.flyway.user) makes and changes tables. The portal's own role (spring.datasource.username,
-- here resim_portal) reads and writes rows; the audit trail it can read and add to, never change, delete or empty.
--   CREATE ROLE resim_portal LOGIN PASSWORD '…';
-- The server's own log shall not tell which line somebody wanted twice; once, as superuser:
--   ALTER ROLE resim_portal SET log_error_verbosity = terse;
GRANT USAGE ON SCHEMA public TO resim_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO resim_portal;
-- what a later release adds, from the moment when its first node has made it
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO resim_portal;
REVOKE UPDATE, DELETE ON audit_entry, audit_link FROM resim_portal;
REVOKE INSERT, DELETE ON audit_lock FROM resim_portal;
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM resim_portal;
