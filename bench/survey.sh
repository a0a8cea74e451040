#!/usr/bin/env bash
# bench/survey.sh [coverage]   time and memory of survey estimates; R's survey in the same run where it is installed (1,000,000 rows: R needs 5 GB for ten times as many)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build "$root/bench/Turna.Survey.Bench" -c Release -m:2 --disable-build-servers -v q -nologo
program="$root/bench/Turna.Survey.Bench/bin/Release/net10.0/Turna.Survey.Bench.dll"
dotnet "$program" growth
dotnet "$program" bootstrap
if [ "${1:-}" = coverage ]; then # how often 95 % intervals hold the true value; of few sampling units R is asked about the same samples
  dotnet "$program" coverage
  samples=$(mktemp -d); trap 'rm -rf "$samples"' EXIT
  dotnet "$program" few "${2:-2000}" "$samples"
  ! command -v Rscript >/dev/null || Rscript "$root/bench/survey-oracle/coverage.R" "$samples"
fi
if command -v Rscript >/dev/null && Rscript -e 'library(survey)' >/dev/null 2>&1; then
  echo "R, 1,000,000 rows"
  Rscript -e 'suppressMessages(library(survey)); n <- 1e6; set.seed(1)
    x <- data.frame(stratum = sample(50, n, TRUE), psu = sample(40, n, TRUE), sex = sample(2, n, TRUE), region = sample(9, n, TRUE), w = runif(n, .5, 1.5)); x$y <- x$stratum + runif(n)
    say <- function(what, time) cat(sprintf("  %-22s %.3f s\n", what, time[["elapsed"]]))
    say("design", system.time(d <- svydesign(~psu, strata = ~stratum, nest = TRUE, weights = ~w, data = x)))
    say("mean", system.time(svymean(~y, d)))
    say("table of 18 domains", system.time(svyby(~y, ~sex + region, d, svymean)))' 2>/dev/null
fi
