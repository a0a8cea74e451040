#!/usr/bin/env bash
# report.sh [CONSULTATIONS]   how long a year's report takes, protected, publishable and exact, by the page (default: over 1,000,000 consultations).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build bench/Turna.Report.Bench -c Release -v q -nologo -clp:NoSummary
bench=(dotnet bench/Turna.Report.Bench/bin/Release/net10.0/Turna.Report.Bench.dll)
grep -m1 'model name' /proc/cpuinfo || true
for n in "${@:-1000000}"; do
  "${bench[@]}" "$n"
  "${bench[@]}" "$n" postgres || echo "PostgreSQL: not measured, no PostgreSQL 15 here"
done
