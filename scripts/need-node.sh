#!/usr/bin/env bash
# Node 20.19 or later.
set -euo pipefail
wanted=20.19.0

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Node is missing. Install Node $wanted or later (https://nodejs.org), then run make again." >&2
  exit 1
fi
version=$(node --print process.versions.node)
if [ "$(printf '%s\n' "$wanted" "$version" | sort -V | head -n 1)" != "$wanted" ]; then
  echo "Node $version is too old: $wanted or later is needed (https://nodejs.org)." >&2
  exit 1
fi
