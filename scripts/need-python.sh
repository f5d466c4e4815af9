#!/usr/bin/env bash
# Prints a Python of 3.11 or later that can make virtual environments; installs Debian's packages where there is none and it can.
set -euo pipefail

find_python() {
  for name in python3 python3.11 python3.12 python3.13 python3.14; do
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      "$name" -c 'import sys; print(sys.executable)'
      return
    fi
  done
  return 1
}

if find_python; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's packages python3 and python3-venv" >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null
fi
if ! find_python; then
  echo "Python 3.11 or later with venv is missing. Install it (on Debian: 'sudo apt-get install python3 python3-venv'), then run make again." >&2
  exit 1
fi
