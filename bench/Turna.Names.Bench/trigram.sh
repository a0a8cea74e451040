#!/usr/bin/env bash
# trigram.sh FOLDER   what an office would use instead: PostgreSQL pg_trgm similarity on plain text, on the population and queries
# that "population" wrote into FOLDER. Starts a server of its own in a scratch folder and stops it. Needs PostgreSQL 15 with contrib.
set -euo pipefail
folder=$(cd "$1" && pwd)
bin=${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}
scratch=$(mktemp -d)
run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$scratch"
port=${POSTGRES_PORT:-5479}

run "$bin/initdb" -D "$scratch/data" -E UTF8 --locale=C.UTF-8 -A trust -U names >/dev/null
run "$bin/postgres" -D "$scratch/data" -p "$port" -c listen_addresses= -c unix_socket_directories="$scratch" -c shared_buffers=1GB >"$scratch/log" 2>&1 &
server=$!
trap 'kill $server; wait $server 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do "$bin/pg_isready" -q -h "$scratch" -p "$port" && break; sleep 0.1; done

psql=("$bin/psql" -h "$scratch" -p "$port" -U names -d postgres -qAt -v ON_ERROR_STOP=1)
"${psql[@]}" <<SQL
CREATE EXTENSION pg_trgm;
CREATE TABLE person (id text, family text, given text, patronymic text, sex text, birth_date text, phone text, passport text, oblast text);
CREATE TABLE query (query_id text, text text, birth_year int);
CREATE TABLE truth (query_id text, id text, namesakes int, slipped text);
\copy person FROM '$folder/people.csv' CSV HEADER
\copy query FROM '$folder/queries.csv' CSV HEADER
\copy truth FROM '$folder/truth.csv' CSV HEADER
ALTER TABLE person ADD COLUMN name text;
UPDATE person SET name = concat_ws(' ', family, given, patronymic);
CREATE INDEX person_name ON person USING gist (name gist_trgm_ops);
ANALYZE person;
CREATE TABLE hit (query_id text, rank bigint, id text, milliseconds double precision);
DO \$\$
DECLARE q record; started timestamptz;
BEGIN
  FOR q IN SELECT * FROM query ORDER BY query_id LIMIT ${QUERIES:-300} LOOP
    started := clock_timestamp();
    INSERT INTO hit SELECT q.query_id, row_number() OVER (), n.id, 0 FROM (SELECT id FROM person ORDER BY name <-> q.text LIMIT 10) n;
    UPDATE hit SET milliseconds = extract(epoch FROM clock_timestamp() - started) * 1000 WHERE query_id = q.query_id;
  END LOOP;
END \$\$;
SELECT format('pg_trgm: %s queries, recall@1 %s, recall@10 %s, p50 %s ms, p95 %s ms',
  count(*), round(avg((first = id)::int), 4), round(avg((id = ANY(ids))::int), 4),
  round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 1), round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric, 1))
FROM (SELECT t.id, max(h.milliseconds) AS ms, array_agg(h.id) AS ids, max(h.id) FILTER (WHERE h.rank = 1) AS first
      FROM hit h JOIN truth t USING (query_id) GROUP BY t.query_id, t.id) answers;
SQL
