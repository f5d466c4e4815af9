#!/usr/bin/env bash
# The Rust that Cargo.toml pins, with the WebAssembly target, clippy and rustfmt; installs what is missing. Without rustup, any that
# is new enough.
set -euo pipefail
# A rustc that is asked takes no part in make's jobs, and would warn that it cannot.
unset MAKEFLAGS MFLAGS
target=$1
field() { sed -n "s/^$1 = \"\(.*\)\"/\1/p" Cargo.toml; }
oldest=$(field rust-version)
pinned=$(field rust-toolchain)

if ! command -v cargo >/dev/null; then
  echo "Rust is missing. Install it with rustup (https://rustup.rs), then run make again." >&2
  exit 1
fi

toolchain=$("$(dirname "$0")/rust-toolchain.sh")
if [ -z "$toolchain" ]; then
  version=$(rustc --version | sed 's/rustc \([0-9.]*\).*/\1/')
  if [ "$(printf '%s\n' "$oldest" "$version" | sort -V | head -n 1)" != "$oldest" ]; then
    echo "Rust $version is too old: $oldest or later is needed. Install Rust with rustup (https://rustup.rs), then run make again." >&2
    exit 1
  fi
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then
    echo "The Rust target $target is missing, and there is no rustup to add it. Install Rust with rustup (https://rustup.rs)." >&2
    exit 1
  fi
  exit 0
fi

export RUSTUP_TOOLCHAIN=$toolchain
if [ "$toolchain" = "$pinned" ]; then
  echo "installing Rust $pinned"
  rustup toolchain install "$pinned" --no-self-update --profile minimal --component clippy --component rustfmt --target "$target"
fi
version=$(rustc --version)
if [[ $version != "rustc $pinned "* ]]; then
  echo "Rust $pinned is needed, and the rustc on PATH is '$version', which is not rustup's. Put ~/.cargo/bin first, then run make again." >&2
  exit 1
fi
sysroot=$(rustc --print sysroot)
if [ ! -d "$sysroot/lib/rustlib/$target" ]; then
  echo "adding the Rust target $target"
  rustup target add --toolchain "$toolchain" "$target"
fi
for component in clippy rustfmt; do
  if [ ! -x "$sysroot/bin/cargo-${component/rust/}" ]; then
    echo "adding $component"
    rustup component add --toolchain "$toolchain" "$component"
  fi
done
