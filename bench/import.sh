#!/usr/bin/env bash
# import.sh [ROWS]   how fast a made register comes in (sealing, index, facts and ledger included), and what others wait for meanwhile.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build bench/Turna.Import.Bench -c Release -v q -nologo -clp:NoSummary
bench=(dotnet bench/Turna.Import.Bench/bin/Release/net10.0/Turna.Import.Bench.dll)
grep -m1 'model name' /proc/cpuinfo || true
for n in "${@:-20000}"; do
  "${bench[@]}" "$n"
  "${bench[@]}" "$n" postgres || echo "PostgreSQL: not measured, no PostgreSQL 15 here"
done
