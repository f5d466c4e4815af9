#!/usr/bin/env bash
# Rust with the WebAssembly target; adds the target where it is missing.
set -euo pipefail
target=$1
wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

if ! command -v cargo >/dev/null; then
  echo "Rust is missing. Install it with rustup (https://rustup.rs), then run make again." >&2
  exit 1
fi
version=$(rustc --version | sed 's/rustc \([0-9.]*\).*/\1/')
if [ "$(printf '%s\n' "$wanted" "$version" | sort -V | head -n 1)" != "$wanted" ]; then
  echo "Rust $version is too old: $wanted or later is needed. Run 'rustup update stable', then make again." >&2
  exit 1
fi
if [ -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then
  exit 0
fi
if ! command -v rustup >/dev/null; then
  echo "The Rust target $target is missing, and there is no rustup to add it. Install Rust with rustup (https://rustup.rs)." >&2
  exit 1
fi
echo "adding the Rust target $target"
rustup target add "$target"
