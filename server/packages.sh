# Sourced by server/start.sh and tests/run.sh: finds out which packages are missing and installs them.
#
#   needed=(gcc cmake ...)        names of the table below
#   install_missing YES           YES=1: do not ask

# Debian's name | how to tell that it is there: a command, a pkg-config module, or a file
package_table=(
    'gcc|command gcc'
    'libc6-dev|file /usr/include/stdio.h'
    'cmake|command cmake'
    'ninja-build|command ninja'
    'pkg-config|command pkg-config'
    'libmicrohttpd-dev|module libmicrohttpd'
    'libjansson-dev|module jansson'
    'libsqlite3-dev|module sqlite3'
    'libgumbo-dev|module gumbo'
    'libutf8proc-dev|module libutf8proc'
    'libsodium-dev|module libsodium'
    'ca-certificates|file /etc/ssl/certs/ca-certificates.crt'
    'nodejs|command node'
    'npm|command npm'
    'curl|command curl'
    'clang|command clang'
    'clang-format|command clang-format'
    'clang-tidy|command run-clang-tidy'
    'llvm|command llvm-symbolizer'
    'ccache|command ccache'
    'libcmocka-dev|module cmocka'
    'python3|command python3'
    'python3-jsonschema|python jsonschema'
    'chromium|command chromium'
)

is_there() {
    case $1 in
    command) command -v "$2" >/dev/null ;;
    module) command -v pkg-config >/dev/null && pkg-config --exists "$2" ;;
    file) [ -e "$2" ] ;;
    python) command -v python3 >/dev/null && python3 -c "import $2" 2>/dev/null ;;
    esac
}

find_missing() {
    missing=()
    local row name check
    for row in "${package_table[@]}"; do
        name=${row%%|*}
        read -r -a check <<<"${row#*|}"
        if [[ " ${needed[*]} " == *" $name "* ]] && ! is_there "${check[@]}"; then
            missing+=("$name")
        fi
    done
}

# Clang's sanitizers and libFuzzer are a package of its version, which only apt knows while clang is missing.
needs_clang_runtime() {
    [[ " ${needed[*]} " == *" clang "* ]] &&
        ! compgen -G '/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a' >/dev/null
}

add_clang_runtime() {
    local version
    version=$(apt-cache depends clang | sed -n '0,/Depends: clang-[0-9]*$/s/.*Depends: clang-\([0-9]*\)$/\1/p')
    if [ -n "$version" ] && apt-cache show "libclang-rt-$version-dev" >/dev/null 2>&1; then
        missing+=("libclang-rt-$version-dev")
    fi
}

install_missing() {
    local yes=$1 sudo=() answer
    find_missing
    if ! command -v apt-get >/dev/null; then
        if [ ${#missing[@]} -gt 0 ]; then
            echo "Missing here (by their names in Debian): ${missing[*]}" >&2
            echo "Please install what your system calls them, then start again." >&2
            echo "All that is needed: ${needed[*]}" >&2
            exit 1
        fi
        return
    fi
    if [ ${#missing[@]} -eq 0 ] && ! needs_clang_runtime; then
        return
    fi
    if needs_clang_runtime; then
        echo "Clang's run-time library is missing and will be installed with apt-get, and: ${missing[*]}"
    else
        echo "These packages are missing and will be installed with apt-get: ${missing[*]}"
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Neither root nor sudo: please have them installed, then start again." >&2
            exit 1
        fi
        sudo=(sudo)
        if [ "$yes" != 1 ]; then
            if [ ! -t 0 ]; then
                echo "This needs sudo.  Start again with --yes to allow it, or install them yourself." >&2
                exit 1
            fi
            read -r -p "Run sudo apt-get to install them? [y/N] " answer
            if [[ ! $answer =~ ^[Yy] ]]; then
                echo "Nothing was installed." >&2
                exit 1
            fi
        fi
    fi
    "${sudo[@]}" apt-get update -q
    if needs_clang_runtime; then
        add_clang_runtime
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}
