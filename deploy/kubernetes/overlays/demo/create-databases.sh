#!/bin/sh
# Run once by the Postgres image, on an empty data folder: a database and a role for each service.
set -eu
for service in vision signals observability; do
  psql -v ON_ERROR_STOP=1 -v name="$service" -v password="$(cat "/run/roles/$service/password")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
