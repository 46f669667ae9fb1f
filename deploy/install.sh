#!/bin/sh
# Makes .venv from requirements.lock: uv first (seconds), pip when uv cannot do it (a minute).
# Called by make from the repository's root with the parts to install editable.
set -eu

PY="${PY:-python3}"
"$PY" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "This house needs Python 3.11 or newer as '$PY'. Choose one with: make PY=python3.12 …" >&2
  exit 1
}
if ! "$PY" -c 'import ensurepip, venv' 2>/dev/null; then
  version=$("$PY" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  echo "Python $version lacks its venv module. On Debian or Ubuntu: apt-get install python$version-venv" >&2
  exit 1
fi

# A half-made environment, or one whose folder was moved, is made again from nothing.
if [ "$(cat .venv/.here 2>/dev/null)" != "$(pwd)" ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1
then
  rm -rf .venv
  "$PY" -m venv .venv
fi

editable=""
for part in "$@"; do editable="$editable -e $part"; done

with_uv() {
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r tools.lock &&
    .venv/bin/uv pip install -q --python .venv/bin/python --require-hashes -r requirements.lock &&
    # Editable parts carry no hash, so they are a step of their own that resolves nothing.
    # shellcheck disable=SC2086  # the parts are plain relative paths
    .venv/bin/uv pip install -q --python .venv/bin/python --no-deps --no-build-isolation $editable
}

with_pip() {
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock &&
    # shellcheck disable=SC2086
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation $editable
}

echo "installing Python packages into .venv …" >&2
with_uv || {
  echo "uv could not install; trying pip, which takes about a minute …" >&2
  with_pip
}
pwd >.venv/.here
