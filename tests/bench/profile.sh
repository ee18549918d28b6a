#!/usr/bin/env bash
# A profile is recorded and used, also in another folder, without a warning, for the smallest program with a module in
# it that is built so; and a folder without one is refused.
#   profile.sh SOURCE-FOLDER COMPILER
set -euo pipefail
source=$1
compiler=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tables=("$source/lib/place/countries.tsv" "$source/lib/place/places.tsv")

configure() {
    local build=$1
    shift
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_C_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Release \
        -DDATELINE_WERROR=ON --log-level=WARNING "$@" >"$folder/log" 2>&1
}
fail() {
    echo "profile.sh: $1" >&2
    cat "$folder/log" >&2
    exit 1
}

configure "$folder/recording" -DDATELINE_PROFILE=record || fail "record is no setting"
cmake --build "$folder/recording" --target embed_gazetteer >"$folder/log" || fail "it does not record"
"$folder/recording/lib/place/embed_gazetteer" "${tables[@]}" /dev/null "$folder/recorded.c"
profile=$folder/recording/profile
[ -s "$profile/lib#base#CMakeFiles#base.dir#arena.c.gcda" ] || fail "there is no profile: $(ls "$profile")"

configure "$folder/build" -DDATELINE_PROFILE="$profile" || fail "a folder is no setting"
cmake --build "$folder/build" --target embed_gazetteer >"$folder/log" || fail "the profile cannot be used"
"$folder/build/lib/place/embed_gazetteer" "${tables[@]}" /dev/null "$folder/used.c"
cmp "$folder/recorded.c" "$folder/used.c" || fail "the programs do not agree"

# Each object is compiled by its own part of the profile: a broken one is not overlooked.
echo broken >"$profile/lib#base#CMakeFiles#base.dir#arena.c.gcda"
rm "$folder/build/lib/base/CMakeFiles/base.dir/arena.c.o"
if cmake --build "$folder/build" --target base >"$folder/log"; then
    fail "a broken profile is not seen"
fi

mkdir "$folder/empty"
if configure "$folder/refused" -DDATELINE_PROFILE="$folder/empty"; then
    fail "an empty folder is taken for a profile"
fi
grep -q "there is none in" "$folder/log" || fail "an empty folder is not told"
echo "OK"
