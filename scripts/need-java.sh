#!/usr/bin/env bash
# Java 17 or later, for the tests with Spark; installs Debian's package where it is missing and it can.
set -euo pipefail

present() {
  [ "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p' | cut -d. -f1)" -ge 17 ] 2>/dev/null
}

if present; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's package default-jre-headless"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null
fi
if ! present; then
  echo "Java 17 or later is missing. Install it (on Debian: 'sudo apt-get install default-jre-headless'), then run make again." >&2
  exit 1
fi
