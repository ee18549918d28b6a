#!/usr/bin/env bash
# Runs clang-tidy over the project's own files among the compiled ones: tidy.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
source_folder=$(realpath "$1")
report=$(mktemp)
trap 'rm -f "$report"' EXIT
# Generated files lie in the build folder, outside of these.
# The analyzer follows so many states of a function at most, a quarter of its default: the ways through some of those
# that read a sentence are endless, and one file took 46 seconds.
limit=(-extra-arg=-Xclang -extra-arg=-analyzer-config -extra-arg=-Xclang -extra-arg=max-nodes=56000)
if run-clang-tidy -p "$2" -quiet -j "$(nproc)" "${limit[@]}" "^$source_folder/(lib|server|tests)/.*\.c$" >"$report" 2>&1; then
    echo "clean"
else
    # One finding stands once for each file that includes its header.
    sed 's/\x1b\[[0-9;]*m//g' "$report" | grep -E '(error|warning): ' | sort -u || tail -n 40 "$report"
    exit 1
fi
