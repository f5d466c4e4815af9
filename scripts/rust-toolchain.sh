#!/usr/bin/env bash
# Prints which toolchain has the Rust version that Cargo.toml pins, by the name that it has here: `stable` may be that version.
# Where none has it, the version itself, under which need-rust.sh installs it. Nothing without rustup: the cargo on PATH is used.
set -euo pipefail
pinned=$(sed -n 's/^rust-toolchain = "\(.*\)"/\1/p' "$(dirname "$0")/../Cargo.toml")

command -v rustup >/dev/null || exit 0
while read -r name _; do
  # Of what is not installed after all, no version is asked over the network.
  version=$(RUSTUP_AUTO_INSTALL=0 rustup run "$name" rustc --version 2>/dev/null || true)
  if [[ $version == "rustc $pinned "* ]]; then
    echo "$name"
    exit 0
  fi
done < <(rustup toolchain list)
echo "$pinned"
