#!/usr/bin/env bash
# One database and one role per service; no role enters another's database. Runs once, on an empty data folder.
set -eu

database() {
  DATABASE=$1 DATABASE_PASSWORD=$2 psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv name DATABASE
\getenv password DATABASE_PASSWORD
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
-- The change feed tells up to when it is consistent; for that it must see how long others' transactions have run.
GRANT pg_read_all_stats TO :"name";
SQL
}

database registry "$REGISTRY_PASSWORD"
database diagnostics "$DIAGNOSTICS_PASSWORD"
database iom "$IOM_PASSWORD"
database events "$EVENTS_PASSWORD"
database monitoring "$MONITORING_PASSWORD"
database keycloak "$KEYCLOAK_PASSWORD"
