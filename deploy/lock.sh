#!/bin/sh
# Writes requirements.lock and tools.lock: every version pinned by hash, no host and no path in them,
# so that any mirror named in the environment serves as well. Called by make as
#   lock.sh [--upgrade] NAME… -- PART…
set -eu

upgrade=""
if [ "$1" = "--upgrade" ]; then upgrade="--upgrade"; shift; fi
ours=""
while [ "$1" != "--" ]; do ours="$ours --no-emit-package $1"; shift; done
shift
projects=""
for part in "$@"; do projects="$projects $part/pyproject.toml"; done

uv=${UV:-.venv/bin/uv}
# shellcheck disable=SC2086  # lists of plain words
"$uv" pip compile -q $upgrade --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate $ours $projects \
  --group pyproject.toml:dev --group pyproject.toml:run --group pyproject.toml:build \
  -o requirements.lock
# shellcheck disable=SC2086
printf 'uv\n' | "$uv" pip compile -q $upgrade --universal --generate-hashes \
  --no-header --no-annotate - -o tools.lock
# What the containers get: the same versions without the tools.
# shellcheck disable=SC2086
"$uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
  $ours $projects --group pyproject.toml:build -c requirements.lock -o deploy/runtime.lock
# The tools of `make sec` resolve for themselves: they live in an environment of their own.
# shellcheck disable=SC2086
printf 'bandit\ncyclonedx-bom\nopenapi-generator-cli\nopenapi-python-client\n' | "$uv" pip compile -q $upgrade --universal --python-version 3.11 \
  --generate-hashes --no-header --no-annotate - -o deploy/sec.lock
