#!/usr/bin/env bash
# Licences, versions and sources of all crates, as deny.toml says; and the known vulnerabilities of crates, and of the npm packages
# that the page and the edge worker ship, where those who know them can be reached. What was not looked at is said.
#
#   scripts/audit.sh CARGO_DENY
set -euo pipefail
deny=$1
unseen=()

check() {
  for manifest in Cargo.toml fuzz/Cargo.toml python/Cargo.toml; do
    echo "audit: $manifest"
    "$deny" --locked --manifest-path "$manifest" --config deny.toml check --allow license-exception-not-encountered "$@"
  done
}

check licenses bans sources
if problem=$("$deny" --locked --config deny.toml fetch db 2>&1); then
  check advisories
else
  echo "$problem" >&2
  unseen+=("crates: the database of RustSec cannot be reached")
fi

# Of the root, what the build puts into the package is among what only the build needs.
for folder in . www examples/edge; do
  echo "audit: $folder"
  if [ "$folder" = . ]; then omit=(); else omit=(--omit=dev); fi
  if report=$(cd "$folder" && npm audit "${omit[@]}" --package-lock-only --json 2>/dev/null); then
    continue
  elif [[ $report == *'"auditReportVersion"'* ]]; then
    echo "$report"
    echo "audit: vulnerable npm packages in $folder" >&2
    exit 1
  fi
  unseen+=("npm packages of $folder: the registry answers no audit")
done

for what in "${unseen[@]}"; do
  echo "audit: KNOWN VULNERABILITIES WERE NOT LOOKED AT, of $what" >&2
done
