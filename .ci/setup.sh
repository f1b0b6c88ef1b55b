#!/bin/sh
# Makes a bare machine ready: system libraries, virtual environment, locked packages, fonts.
# Usage: sh .ci/setup.sh [run|test]      Exit 4: a system package is missing and cannot be
# installed from here. A second run finds its stamps and does nothing.
set -eu
cd "$(dirname "$0")/.."
level="${1:-run}"
python="${PYTHON:-python3}"
stamps=.venv/.edition
say() { printf '%s\n' "edition: $*" >&2; }

need_packages() {
    say "needs Pango with HarfBuzz subsetting and Python's venv: on Debian or Ubuntu run “sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv”, on Fedora “sudo dnf install pango harfbuzz python3”, on macOS “brew install pango python”, then run make again."
    exit 4
}

has_library() { "$python" - "$@" <<'PYTHON'
import ctypes, sys
for names in sys.argv[1:]:
    for name in names.split("|"):
        try:
            ctypes.CDLL(name)
            break
        except OSError:
            pass
    else:
        sys.exit(1)
PYTHON
}

ready() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null && has_library \
        "libpangoft2-1.0.so.0|libpangoft2-1.0.dylib|/opt/homebrew/lib/libpangoft2-1.0.dylib" \
        "libharfbuzz-subset.so.0|libharfbuzz-subset.0.dylib|/opt/homebrew/lib/libharfbuzz-subset.dylib"
}

install_packages() {
    command -v apt-get >/dev/null 2>&1 || need_packages
    if [ "$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"
    else need_packages; fi
    say "installing Pango, HarfBuzz and venv with apt-get (once)"
    $sudo apt-get update -qq >/dev/null || true
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends \
        libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv >/dev/null || need_packages
}

digest() { cat "$@" | cksum | tr ' ' '-'; }

install_locked() { # stamp name, lock files…
    stamp="$stamps/$1-$(shift; digest "$@")"; shift
    [ -e "$stamp" ] && return 0
    say "installing the locked packages of $* (once)"
    for lock in "$@"; do
        .venv/bin/python -m pip install -qq --disable-pip-version-check \
            --require-hashes -r "$lock"
    done
    mkdir -p "$stamps" && : >"$stamp"
}

install_edition() {
    stamp="$stamps/edition-$(digest pyproject.toml)"
    [ -e "$stamp" ] && return 0
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps \
        --no-build-isolation -e .
    : >"$stamp"
}

ready || install_packages
ready || need_packages
[ -x .venv/bin/python ] || "$python" -m venv .venv
install_locked run .ci/lock/requirements.txt
if [ "$level" = test ]; then install_locked dev .ci/lock/dev.txt; fi
install_edition
.venv/bin/python -m edition setup --once
