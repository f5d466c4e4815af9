#!/usr/bin/env bash
# Chromium and its driver, for the tests in a browser; installs Debian's packages where they are missing and it can.
set -euo pipefail

present() {
  command -v "${CHROMIUM:-chromium}" >/dev/null && command -v chromedriver >/dev/null
}

if present; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's packages chromium and chromium-driver"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core >/dev/null
fi
if ! present; then
  echo "Chromium and ChromeDriver are missing. Install both (on Debian: 'sudo apt-get install chromium chromium-driver')," >&2
  echo "so that 'chromium' and 'chromedriver' are found, or name the browser in the variable CHROMIUM; then run make again." >&2
  exit 1
fi
