#!/usr/bin/env bash
# Writes requirements.lock and requirements-dev.lock anew: all that the pinned packages need, with
# the hashes of their files for every platform; then the list of packages in NOTICE. Versions that
# still fit stay. Run it after each change of requirements.txt or requirements-dev.txt.
# Usage: scripts/lock.sh   (needs a network; after scripts/setup.sh test)
set -euo pipefail
cd "$(dirname "$0")/.."

compile() { # lock file, what else uv is told…
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file "$@"
}

compile requirements.lock requirements.txt
compile requirements-dev.lock --constraints requirements.lock requirements.txt requirements-dev.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
  -r requirements-dev.lock
.venv/bin/python -m scripts.licences --write NOTICE
