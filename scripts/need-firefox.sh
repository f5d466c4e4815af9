#!/usr/bin/env bash
# Firefox, for the matrix; installs Debian's package where it is missing and it can.
set -euo pipefail

present() {
  command -v "${FIREFOX:-firefox-esr}" >/dev/null
}

if present; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's package firefox-esr"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null
fi
if ! present; then
  echo "Firefox is missing. Install it (on Debian: 'sudo apt-get install firefox-esr'), or name it in the variable FIREFOX;" >&2
  echo "then run make again." >&2
  exit 1
fi
