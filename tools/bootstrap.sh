#!/usr/bin/env bash
# Makes .venv and fills it: `bootstrap.sh run` with what runs, `bootstrap.sh dev` with what checks as well.
# Does nothing when the same was done before; packages come from wherever this machine's pip is set to look.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

find_python() {
    local name
    for name in "${PYTHON:-}" python3.11 python3 python3.12 python3.13; do
        if [ -n "$name" ] && command -v "$name" >/dev/null &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            command -v "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed and was not found. On Debian 12: apt-get install python3 python3-venv"
}

install_venv_package() {
    local package
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    say "Python's venv module is missing; installing Debian's $package"
    command -v apt-get >/dev/null &&
        as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package" ||
        fail "could not install it. Run as root: apt-get install $package"
}

make_venv() {
    if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_venv_package
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

case "${1:-}" in
run) lock=requirements.lock ;;
dev) lock=requirements-dev.lock ;;
*) fail "say what for: bootstrap.sh run | dev" ;;
esac

# The place is part of the stamp: a copied or moved .venv points at its old home.
stamp_of() { { pwd; cat "$1" requirements-model.lock pyproject.toml tools/bootstrap.sh; } | sha256sum | cut -d' ' -f1; }
model=src/adamas/imaging/models/face_landmarker.task
is_ready() { [ -x .venv/bin/python ] && [ -s "$model" ] && [ "$(cat ".venv/.adamas-$1" 2>/dev/null)" = "$(stamp_of "$2")" ]; }

# What checks includes what runs.
if is_ready "$1" "$lock" || is_ready dev requirements-dev.lock; then
    exit 0
fi
if [ -f .venv/.adamas-place ] && [ "$(cat .venv/.adamas-place)" != "$PWD" ]; then
    say "this .venv was made in another folder; making it anew"
    rm -rf .venv
fi

python=$(find_python)
make_venv
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
say "installing $(grep -c '==' "$lock") pinned packages from $lock (a few minutes on a slow line)"
.venv/bin/python -m pip install --progress-bar off --require-hashes --only-binary :all: -r "$lock" |
    { grep --line-buffered -E '^ *Downloading' || true; }
# The model comes first: adamas is not built without it.
PYTHONPATH=src .venv/bin/python -m tools.model
say "installing adamas itself, from this folder"
.venv/bin/python -m pip install --quiet --no-index --no-build-isolation --no-deps -e .
echo "$PWD" > .venv/.adamas-place
stamp_of "$lock" > ".venv/.adamas-$1"
say "ready"
