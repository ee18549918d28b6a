#!/usr/bin/env bash
# Fails when clang-format would change a C file: format.sh SOURCE_FOLDER
set -euo pipefail
cd "$1"
find lib server tests \( -name node_modules -o -name dist \) -prune -o -name '*.[ch]' -print0 |
    sort -z | xargs -0 clang-format --dry-run -Werror
