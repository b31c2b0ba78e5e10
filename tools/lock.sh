#!/usr/bin/env bash
# Writes requirements.lock (what runs) and requirements-dev.lock (what runs and checks).
# Both hold versions and hashes for every platform, and no address of any package index.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "lock: fetching the resolver"
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "uv==0.13.8"

compile() {
    "$work/venv/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
        --only-binary :all: --no-emit-package adamas "$@"
}
echo "lock: resolving (about half a minute)"
compile --group dev --output-file "$work/dev.lock"
# The smaller lock is held to the larger one, so that `make run` and `make test` never disagree.
compile --group build --constraints "$work/dev.lock" --output-file "$work/run.lock"
if grep -nE '[a-z]+://' "$work"/*.lock; then
    echo "lock: an address found its way into a lock; nothing was written" >&2
    exit 1
fi
mv "$work/dev.lock" requirements-dev.lock
mv "$work/run.lock" requirements.lock
echo "lock: $(grep -c '==' requirements.lock) packages to run, $(grep -c '==' requirements-dev.lock) to check"
