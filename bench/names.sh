#!/usr/bin/env bash
# names.sh [PEOPLE…]   every measured claim of the name engine. Populations default to 10,000, 100,000 and 1,000,000 people.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build bench/Turna.Names.Bench -c Release -v q -nologo -clp:NoSummary
bench=(dotnet bench/Turna.Names.Bench/bin/Release/net10.0/Turna.Names.Bench.dll)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

grep -m1 'model name' /proc/cpuinfo || true
echo "== pairs by kind, kept back from learning"; "${bench[@]}" judge
echo "== pairs written by hand: two halves of one set, then a later set written before its rules were read"
for part in a b c; do "${bench[@]}" judge-hard "$part"; done
echo "== speed on one core"; "${bench[@]}" speed
echo "== random Unicode"; "${bench[@]}" fuzz "${FUZZ:-10000000}"
echo "== frequency attack"; "${bench[@]}" leakage
for people in "${@:-10000 100000 1000000}"; do
  for n in $people; do
    echo "== search among $n"
    "${bench[@]}" population "$n" "${QUERIES:-3000}" "$scratch/$n"
    ./turna names bench --people "$scratch/$n/people.csv" --queries "$scratch/$n/queries.csv" --top 10 --output "$scratch/$n/hits.csv"
    "${bench[@]}" hits "$scratch/$n" "$scratch/$n/hits.csv"
    bench/Turna.Names.Bench/trigram.sh "$scratch/$n" || echo "pg_trgm: not measured, no PostgreSQL 15 here"
    rm -rf "${scratch:?}/$n"
  done
done
