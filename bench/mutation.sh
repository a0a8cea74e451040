#!/usr/bin/env bash
# mutation.sh ENGINE [--sample N --seed N] [--files TEXT,TEXT] [--keep]   the mutation score of one engine (Law, Statistics) under its own unit tests, and every mutant that outlived them.
# --files judges only files whose path holds TEXT; --keep goes on with the mutants of the last run. Left out are tests that draw anew at every run (a score must come out the same twice), that start processes of their own, and that take minutes.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: bench/mutation.sh Law|Statistics [--sample N --seed N] [--files TEXT,TEXT] [--keep]" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
engine=$1; shift
case $engine in
  Law) parts=Law; without=Claim_properties,Stay_properties,Documentation_tests,Law_command_tests,Naive_twin_tests,The_culture_of_the_machine_changes_nothing ;;
  Statistics) parts=Survey,Sampling,Agreeing,Disclosure; without=Survey_property_tests,Survey_reference_tests,Reference_tests,A_problem_too_large_to_solve_is_cleared_with_the_true_figures_and_not_without,The_answers_have_the_same_bits_with_one_processor_and_with_four ;;
  *) echo "which tests judge $engine is not said here" >&2; exit 2 ;;
esac
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
build=(-c Release -m:1 --disable-build-servers -v q -nologo -clp:NoSummary -p:RunAnalyzers=false)
dotnet build "$root/tests/Turna.UnitTests" "${build[@]}"
dotnet build "$root/bench/Turna.Mutation" "${build[@]}"
program="$root/bench/Turna.Mutation/bin/Release/net10.0/Turna.Mutation.dll"
folder="$root/bench/Turna.Mutation/bin/$engine"
selection=(--engine "Turna.$engine" --sources "$root/src/engines/Turna.$engine" --tests "$folder" --parts "$parts" --without "$without")

# The tests stay as they are built; the engine beside them is exchanged in a copy.
kept=0; case " $* " in *" --keep "*) [ ! -f "$folder/mutants.json" ] || kept=1 ;; esac
mkdir -p "$folder"
exclude=(); [ "$kept" = 0 ] || exclude=("Turna.$engine.dll")
for name in "$root"/tests/Turna.UnitTests/bin/Release/net10.0/*; do
  [ "$(basename "$name")" = "${exclude[0]:-}" ] || cp -a -- "$name" "$folder/"
done
[ "$kept" = 1 ] || dotnet "$program" mutate "${selection[@]}"
dotnet "$program" score "${selection[@]}" "$@"
