#!/usr/bin/env bash
# Fuzzes the engine, and what the package, the page and the edge worker have in JavaScript.
#
#   scripts/fuzz.sh run SECONDS CARGO_FUZZ_BIN SEED   each target for as long; SEED 0: other inputs each time
#   scripts/fuzz.sh keep CARGO_FUZZ_BIN               keeps in fuzz/corpus the fewest inputs that reach what all that were found reach
set -euo pipefail
order=$1
shift
targets=(values text batches decisions analyze diff reimburse dispense)
in_javascript=5
seeds=target/fuzz-seeds
found=target/fuzz-corpus

rm -rf "$seeds"
node scripts/fuzz-corpus.mjs unpack "$seeds"

# cargo-fuzz has no --locked: a lock file that does not fit is refused here.
cargo fetch --locked --quiet --manifest-path fuzz/Cargo.toml
# The engine has no unsafe code, so that no sanitizer is needed, and any toolchain will do.
fuzz() {
  CARGO_TARGET_DIR=target/fuzz cargo fuzz run --sanitizer none "$@"
}

run() {
  local seconds=$1 seed=$3 each
  export PATH="$2:$PATH"
  each=$((seconds / (${#targets[@]} + in_javascript)))
  # The same inputs in every run do without what others have found.
  if [ "$seed" != 0 ]; then
    found=target/fuzz-short
    rm -rf "$found"
  fi
  for target in "${targets[@]}"; do
    # Of bytes that are choices, long ones are of use from the start; texts grow.
    lengths=(-len_control=0 -max_len=4096)
    case $target in values | text | batches) lengths=(-max_len=65536) ;; esac
    mkdir -p "$found/$target"
    echo "fuzz: $target, $each seconds"
    fuzz "$target" "$found/$target" "$seeds/kept/$target" "$seeds/cases/$target" -- \
      -seed="$seed" -max_total_time="$each" "${lengths[@]}" -print_final_stats=1 -verbosity=0
  done
  node fuzz/javascript/main.mjs "$((each * in_javascript))" "$seed"
}

keep() {
  export PATH="$1:$PATH"
  local merged=target/fuzz-merged
  rm -rf "$merged"
  for target in "${targets[@]}"; do
    mkdir -p "$merged/$target" "$found/$target"
    cp -r "$seeds/cases/$target" "$merged/"
    # Edges that are reached, not how often: a tenth as many inputs.
    fuzz "$target" "$merged/$target" "$seeds/kept/$target" "$found/$target" -- -merge=1 -use_counters=0 -verbosity=0
  done
  node scripts/fuzz-corpus.mjs pack "$merged"
}

"$order" "$@"
