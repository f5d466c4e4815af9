#!/usr/bin/env bash
# PostgreSQL's programs, for the tests of the Python store, which start a server of their own; installs Debian's package where they are
# missing and it can.
set -euo pipefail

present() {
  PATH="$PATH:$(printf '%s:' /usr/lib/postgresql/*/bin)" bash -c 'command -v initdb postgres' >/dev/null
}

if present; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing Debian's package postgresql"
  apt-get update -qq
  # Without a server that is everybody's.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
fi
if ! present; then
  echo "PostgreSQL's programs are missing. Install them (on Debian: 'sudo apt-get install postgresql'), then run make again." >&2
  exit 1
fi
