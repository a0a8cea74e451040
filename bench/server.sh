#!/usr/bin/env bash
# server.sh SCRATCH [PEOPLE] [SECONDS]   the measured claims of the server, on SQLite and, where PostgreSQL 15 or later is here, on PostgreSQL.
# SCRATCH keeps the published server and the filled databases between runs (about a gigabyte with 100,000 people).
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: bench/server.sh SCRATCH [PEOPLE] [SECONDS]" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mkdir -p "$1" && cd "$1" && pwd)
people=${2:-100000}; seconds=${3:-20}; port=${PORT:-5140}
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Compiled beforehand for this platform; the lock files of the repository name no platform, so this build has its own.
dotnet publish src/Turna.Web -c Release -r linux-x64 --self-contained false -o "$scratch/published" -v q -nologo -clp:NoSummary \
  -p:RunAnalyzers=false -p:NuGetLockFilePath=obj/platform.lock.json
dotnet build bench/Turna.Server.Bench -c Release -v q -nologo -clp:NoSummary
bench=(dotnet bench/Turna.Server.Bench/bin/Release/net10.0/Turna.Server.Bench.dll "$scratch/published/Turna.Web")
options=(content/demo/names.csv --people "$people" --seconds "$seconds" --port "$port")

grep -m1 'model name' /proc/cpuinfo || true
echo "$(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg), $people people"
echo "== SQLite $scratch/sqlite-$people"
"${bench[@]}" "$scratch/sqlite-$people" "${options[@]}"

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$programs" ]; then echo "== PostgreSQL: not measured, none is here"; exit 0; fi
# PostgreSQL refuses to run as root.
as=(); [ "$(id -u)" != 0 ] || as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
data="$scratch/postgres-$people"
mkdir -p "$data"
[ "$(id -u)" != 0 ] || { chown postgres "$data"; chmod o+x "$scratch"; }
[ -f "$data/db/PG_VERSION" ] || "${as[@]}" "$programs/initdb" -D "$data/db" -U turna -A trust -E UTF8 --locale=C --no-instructions >/dev/null
"${as[@]}" "$programs/pg_ctl" -D "$data/db" -o "-p $((port + 1)) -h 127.0.0.1 -k $data -c synchronous_commit=on -c shared_buffers=256MB" -l "$data/log" -w start >/dev/null
trap '"${as[@]}" "$programs/pg_ctl" -D "$data/db" -m fast stop >/dev/null' EXIT
connection="Host=127.0.0.1;Port=$((port + 1));Username=turna;Database=turna"
"$programs/psql" -h 127.0.0.1 -p $((port + 1)) -U turna -d postgres -tAc "SELECT 1 FROM pg_database WHERE datname = 'turna'" | grep -q 1 ||
  "$programs/createdb" -h 127.0.0.1 -p $((port + 1)) -U turna turna
echo "== PostgreSQL $("$programs/postgres" --version)"
"${bench[@]}" "$scratch/postgres-folder-$people" "${options[@]}" --postgres "$connection"
