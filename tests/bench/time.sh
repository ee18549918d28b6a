#!/usr/bin/env bash
# bench_time with chrono-node as its peer, on one core: tests/bench/time.sh [BUILD-FOLDER [FILE [megabytes]]]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=${1:-$here/../../build-test}
bench=$build/tests/bench/bench_time
if [ ! -x "$bench" ]; then
    echo "time.sh: $bench is missing: build with -DDATELINE_TESTS=ON -DCMAKE_BUILD_TYPE=Release" >&2
    exit 2
fi
# The peer is needed by nothing else, so it is installed only here.
if [ ! "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ]; then
    (cd "$here" && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json)
fi
core=()
if command -v taskset >/dev/null; then
    core=(taskset -c "$(taskset -cp $$ | sed 's/.*: *//; s/[,-].*//')")
fi
exec "${core[@]}" "$bench" --peer "node '$here/chrono.mjs'" "${@:2}"
