#!/bin/sh
# First start of the containers' PostgreSQL: one database and two roles per service, the same as
# deploy/postgres/roles.py makes in the embedded cluster. The passwords come from the environment.
set -eu

for service in gateway registry aid events; do
  name=$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')
  eval "owner_password=\$POSTGRES_PASSWORD_${name}_OWNER app_password=\$POSTGRES_PASSWORD_${name}_APP"
  # psql itself quotes the values; they never become part of a command line.
  OWNER_PASSWORD=$owner_password APP_PASSWORD=$app_password \
    psql -q -v ON_ERROR_STOP=1 -v service="$service" -d postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
\set owner :service _owner
\set app :service _app
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"service" OWNER :"owner";
REVOKE CONNECT, TEMPORARY ON DATABASE :"service" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"service" TO :"owner", :"app";
\connect :"service"
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO :"owner";
GRANT USAGE ON SCHEMA public TO :"app";
SQL
done

psql -q -v ON_ERROR_STOP=1 -d postgres <<'SQL'
REVOKE CONNECT, TEMPORARY ON DATABASE postgres FROM PUBLIC;
REVOKE CONNECT, TEMPORARY ON DATABASE template1 FROM PUBLIC;
SQL
