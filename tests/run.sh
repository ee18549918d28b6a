#!/usr/bin/env bash
# Installs what is missing, builds the tests three times, and runs them all.
set -euo pipefail

usage() {
    cat <<'END'
Usage: tests/run.sh [--yes] [NAME]

Installs missing packages (Debian, Ubuntu: apt-get; it asks before it uses sudo), then builds
and runs every test through ctest:

  build-test        gcc, release, -Werror: all tests, also those in a real browser
  build-test-asan   clang, -Werror, address and undefined behaviour sanitizers: all tests, the
                    fuzzers (20 seconds each), clang-format and clang-tidy
  build-test-tsan   clang, thread sanitizer: the tests of server and store

NAME, a regular expression, runs only the tests whose name matches, with the address sanitizer:
tests/run.sh timex, tests/run.sh e2e_paging.  `ctest --test-dir build-test-asan -N` lists them.

  --yes     do not ask before sudo is used
  --help    this text
END
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
yes=0
name=
while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
        usage
        exit 0
        ;;
    --yes) yes=1 ;;
    -*)
        echo "run.sh: $1: unknown; see tests/run.sh --help" >&2
        exit 2
        ;;
    *)
        if [ -n "$name" ]; then
            echo "run.sh: one NAME at most: join them as '$name|$1'" >&2
            exit 2
        fi
        name=$1
        ;;
    esac
    shift
done

source "$root/server/packages.sh"
needed=(gcc libc6-dev cmake ninja-build pkg-config libmicrohttpd-dev libjansson-dev libsqlite3-dev libgumbo-dev
    libutf8proc-dev libsodium-dev ca-certificates nodejs npm curl clang clang-format clang-tidy llvm ccache
    libcmocka-dev python3 python3-jsonschema chromium)
install_missing "$yes"

# Settings of the machine's own must not reach the programs under test.
while read -r variable; do
    unset "$variable"
done < <(compgen -e | grep '^DATELINE_' || true)

jobs=$(nproc)
summaries=()

configure() {
    local folder=$1 compiler=$2
    shift 2
    cmake -S "$root" -B "$root/$folder" -G Ninja -DCMAKE_C_COMPILER="$compiler" -DCMAKE_C_COMPILER_LAUNCHER=ccache \
        -DDATELINE_TESTS=ON -DDATELINE_WERROR=ON --log-level=WARNING "$@"
    cmake --build "$root/$folder" --parallel "$jobs" -- -k 0
}

# Runs ctest and keeps its last lines for the end.
failed=0
run_tests() {
    local folder=$1 log
    shift
    log=$root/$folder/ctest.log
    echo "== $folder: ctest $*"
    if ! ctest --test-dir "$root/$folder" --output-on-failure --parallel "$jobs" --no-tests=error "$@" 2>&1 |
        tee "$log"; then
        failed=1
    fi
    summaries+=("$folder:" "$(sed -n '/tests passed/,$p' "$log")")
}

configure build-test-asan clang -DCMAKE_BUILD_TYPE=Debug -DDATELINE_SANITIZE=address,undefined -DDATELINE_FUZZ=ON \
    -DDATELINE_LINT=ON
if [ -n "$name" ]; then
    run_tests build-test-asan -R "$name"
else
    run_tests build-test-asan
    configure build-test gcc -DCMAKE_BUILD_TYPE=Release
    run_tests build-test
    configure build-test-tsan clang -DCMAKE_BUILD_TYPE=RelWithDebInfo -DDATELINE_SANITIZE=thread
    run_tests build-test-tsan -R '^(server|store|e2e)'
fi

echo
printf '%s\n' "${summaries[@]}"
exit "$failed"
