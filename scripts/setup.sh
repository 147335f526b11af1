#!/usr/bin/env bash
# Makes .venv and installs the pinned packages into it; a second run does nothing.
# Usage: scripts/setup.sh run|test
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

as_root() { # runs a command as root where that needs no password, else fails
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi
}

apt_install() {
  command -v apt-get >/dev/null || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >&2
}

find_python() {
  local name
  for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python; do
    [ -n "$name" ] && command -v "$name" >/dev/null || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    printf '%s' "$name"
    return
  done
  say "Python 3.11 or newer is needed. On Debian: apt-get install python3 python3-venv"
  exit 1
}

stamp_of() { cat "$@" | sha256sum | cut -c1-16; }

pip_install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }

# Each file is compared with the hash that the lock has for it. Where the lock does not fit (a
# machine of a kind that some package had no file for), the versions alone are held to, unless
# LOCKED=1 asks for the lock or nothing.
install_packages() { # stamp file, lock file, requirement files…
  local stamp=$1 lock=$2 wanted; shift 2
  wanted=$(stamp_of "$lock" "$@")
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  say "Installing $lock into .venv (once; takes a minute or two) …"
  if ! pip_install --no-deps --require-hashes -r "$lock" 2>.venv/lock.log; then
    if [ -n "${LOCKED:-}" ]; then
      cat .venv/lock.log >&2
      say "$lock could not be installed as it is, and LOCKED=1 allows nothing else."
      exit 1
    fi
    say "$lock could not be installed as it is (.venv/lock.log says why); installing $* without comparing hashes …"
    local arguments=() file
    for file in "$@"; do arguments+=(-r "$file"); done
    pip_install "${arguments[@]}"
  fi
  printf '%s' "$wanted" >"$stamp"
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  python=$(find_python)
  if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
    say "Python's venv module is missing; installing Debian's package python3-venv …"
    if ! apt_install python3-venv || ! "$python" -m venv --clear .venv; then
      say "Could not make .venv. As root: apt-get install python3-venv  — then run this again."
      exit 1
    fi
  fi
fi

install_packages .venv/.run-stamp requirements.lock requirements.txt
if [ "${1:-run}" = test ]; then
  install_packages .venv/.test-stamp requirements-dev.lock requirements.txt requirements-dev.txt
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null; then
    say "Installing Debian's postgresql for the tests of a library on a server …"
    apt_install postgresql || say "Could not install postgresql: the run will say which tests are left out. As root: apt-get install postgresql"
  fi
  if ! command -v chromium >/dev/null; then
    say "Installing Debian's chromium for the browser tests …"
    apt_install chromium || say "Could not install chromium: the run will say which tests are left out. As root: apt-get install chromium"
  fi
fi
