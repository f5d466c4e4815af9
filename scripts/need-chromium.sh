#!/usr/bin/env bash
# Chromium, its form without windows and its driver, for the tests in a browser; installs Debian's packages where they are missing and it can.
set -euo pipefail

present() {
  command -v "${CHROMIUM:-chromium}" >/dev/null && command -v chromedriver >/dev/null
}

if present && command -v chromium-headless-shell >/dev/null; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's packages chromium, chromium-headless-shell and chromium-driver"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium chromium-headless-shell chromium-driver fonts-dejavu-core >/dev/null; } || echo "not all of them could be installed"
fi
if ! present; then
  echo "Chromium and ChromeDriver are missing. Install both (on Debian: 'sudo apt-get install chromium chromium-driver')," >&2
  echo "so that 'chromium' and 'chromedriver' are found, or name the browser in the variable CHROMIUM; then run make again." >&2
  exit 1
fi
