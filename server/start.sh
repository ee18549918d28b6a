#!/usr/bin/env bash
# Installs what is missing, builds the server into build/, and serves.
set -euo pipefail

usage() {
    cat <<'END'
Usage: server/start.sh [--port NUMBER] [--database FILE] [--yes] [--SETTING VALUE]...

Installs missing packages (Debian, Ubuntu: apt-get; it asks before it uses sudo), builds a
release into build/, and serves on http://127.0.0.1:8080 until Ctrl-C.

  --port NUMBER     listen on 127.0.0.1:NUMBER
  --database FILE   the database file [dateline.db, in the folder you start from]
  --yes             do not ask before sudo is used
  --build-only      build, do not serve
  --fast            build what reads text twice, the second time by a profile of the first: texts
                    are read some 2 to 5 % faster, and building takes more than twice as long
  --help            this text

Every other setting goes to the server: build/datelined --help lists them.
END
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
yes=0
serve=1
fast=0
settings=()
# The names of the server's settings, from its table: a wrong one is told before anything is installed or built.
known=$(sed -n 's/^    {"\([a-z-]*\)", OPTION_.*/\1/p' "$root/server/options.c"; echo config)
check() {
    if ! grep -qxF -- "$1" <<<"$known"; then
        echo "start.sh: --$1: there is no such setting; see start.sh --help" >&2
        exit 2
    fi
}
while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
        usage
        exit 0
        ;;
    --yes) yes=1 ;;
    --build-only) serve=0 ;;
    --fast) fast=1 ;;
    --port)
        [ $# -ge 2 ] || { echo "start.sh: --port: its value is missing" >&2; exit 2; }
        settings+=(--listen "127.0.0.1:$2")
        shift
        ;;
    --port=*) settings+=(--listen "127.0.0.1:${1#*=}") ;;
    --*=*)
        name=${1%%=*}
        check "${name#--}"
        settings+=("$1")
        ;;
    --*)
        check "${1#--}"
        [ $# -ge 2 ] || { echo "start.sh: $1: its value is missing" >&2; exit 2; }
        settings+=("$1" "$2")
        shift
        ;;
    *)
        echo "start.sh: $1: not a setting; see start.sh --help" >&2
        exit 2
        ;;
    esac
    shift
done

# The value of a setting, or $2: the flag wins, then the variable, then the file.
value_of() {
    local name=$1 value= config=${DATELINE_CONFIG-} variable i
    for ((i = 0; i < ${#settings[@]}; i++)); do
        case ${settings[i]} in
        "--$name") value=${settings[i + 1]-} ;;
        "--$name="*) value=${settings[i]#*=} ;;
        --config) config=${settings[i + 1]-} ;;
        --config=*) config=${settings[i]#*=} ;;
        esac
    done
    variable=DATELINE_${name^^}
    value=${value:-${!variable-}}
    if [ -z "$value" ] && [ -r "$config" ]; then
        value=$(sed -n "s/^[[:space:]]*$name[[:space:]]*=[[:space:]]*//p" "$config" | tail -n 1)
    fi
    echo "${value:-$2}"
}
address=$(value_of listen 127.0.0.1:8080)
if [ "$serve" -eq 1 ]; then
    # What would stop the server is told before it is built; anything else it tells by itself.
    folder=$(dirname "$(value_of database dateline.db)")
    if [ ! -d "$folder" ]; then
        echo "start.sh: --database: there is no folder $folder" >&2
        exit 1
    fi
    if [[ $address =~ ^(127\.0\.0\.1|localhost|0\.0\.0\.0):([1-9][0-9]{0,4})$ ]] &&
        (: <"/dev/tcp/127.0.0.1/${BASH_REMATCH[2]}") 2>/dev/null; then
        echo "start.sh: something listens on port ${BASH_REMATCH[2]} already; --port takes another" >&2
        exit 1
    fi
fi

source "$root/server/packages.sh"
needed=(gcc libc6-dev cmake ninja-build pkg-config libmicrohttpd-dev libjansson-dev libsqlite3-dev libgumbo-dev
    libutf8proc-dev libsodium-dev ca-certificates nodejs npm curl)
install_missing "$yes"

recording=$build/recording
if [ "$fast" -eq 1 ] && ! grep -qs '^DATELINE_PROFILE:STRING=.' "$build/CMakeCache.txt"; then
    echo "Building what reads text in $recording, to record a profile of it"
    cmake -S "$root" -B "$recording" -G Ninja -DCMAKE_BUILD_TYPE=Release -DDATELINE_PROFILE=record --log-level=WARNING
    cmake --build "$recording" --parallel --target profile
    echo "Configuring a release build by that profile in $build"
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DDATELINE_PROFILE="$recording/profile" \
        --log-level=WARNING
fi
if [ ! -e "$build/build.ninja" ] && [ ! -e "$build/Makefile" ]; then
    echo "Configuring a release build in $build"
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release --log-level=WARNING
fi
cmake --build "$build" --parallel --target datelined dateline-rules

if [ "$serve" -eq 0 ]; then
    exit 0
fi
cat <<END

Dateline will be at http://$address  (Ctrl-C stops it).  A first article:

  curl -H 'Content-Type: application/json' http://$address/api/v1/articles -d '{
    "title": "Ministry counts its losses", "publisher": "The Example", "published": "2024-12-17",
    "text": "At least 12 Norland soldiers were killed near Kharkiv on Saturday, the defence ministry said."}'

END
exec "$build/datelined" serve "${settings[@]}"
