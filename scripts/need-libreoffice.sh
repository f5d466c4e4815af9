#!/usr/bin/env bash
# LibreOffice Calc, the spreadsheet program of the tests; installs Debian's package where it is missing and it can.
set -euo pipefail

if command -v soffice >/dev/null; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's package libreoffice-calc (400 MB, once)"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc >/dev/null
fi
if ! command -v soffice >/dev/null; then
  echo "LibreOffice Calc is missing. Install it (on Debian: 'sudo apt-get install libreoffice-calc'), then run make again." >&2
  exit 1
fi
