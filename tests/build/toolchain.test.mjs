// Which Rust does make take? The scripts and the Makefile themselves, on machines made of a folder: a rustup, a cargo and a rustc
// that know no more than what is written there.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const field = (name) => new RegExp(`^${name} = "(.+)"$`, "m").exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
const PINNED = field("rust-toolchain");
const [major, minor] = PINNED.split(".").map(Number);
const NEWER = `${major}.${minor + 1}.0`;
const OLDER = `${major}.${minor - 1}.0`;
const TARGET = "wasm32-unknown-unknown";
const HOST = "x86_64-unknown-linux-gnu";
const WHOLE = ["clippy", "rustfmt", TARGET];

/** What the scripts and the Makefile run in addition to Rust. */
const TOOLS = ["bash", "chmod", "dirname", "find", "head", "make", "mkdir", "sed", "sort", "touch"];

/** A toolchain is a folder: the version in a file, parts as files in their places. */
const RUSTUP = `
add() {
  for part in "\${@:2}"; do
    case $part in
      clippy) mkdir -p "$toolchains/$1/bin"; touch "$toolchains/$1/bin/cargo-clippy"; chmod +x "$toolchains/$1/bin/cargo-clippy" ;;
      rustfmt) mkdir -p "$toolchains/$1/bin"; touch "$toolchains/$1/bin/cargo-fmt"; chmod +x "$toolchains/$1/bin/cargo-fmt" ;;
      *) mkdir -p "$toolchains/$1/lib/rustlib/$part" ;;
    esac
  done
}
case "$1 $2" in
  "toolchain list")
    found=no
    while read -r name; do echo "$name"; found=yes; done < "$machine/list"
    [ $found = yes ] || echo "no installed toolchains" ;;
  "run "*)
    if [ ! -f "$toolchains/$2/version" ]; then echo "error: toolchain '$2' is not installed" >&2; exit 1; fi
    echo "rustc $(<"$toolchains/$2/version") (0123456 2026-01-01)" ;;
  "toolchain install")
    echo "$*" >> "$machine/asked"
    name=$3-${HOST}
    mkdir -p "$toolchains/$name"; echo "$3" > "$toolchains/$name/version"; echo "$name" >> "$machine/list"
    parts=(); for word in "\${@:4}"; do case $word in -*|minimal) ;; *) parts+=("$word") ;; esac; done
    add "$name" "\${parts[@]}" ;;
  "target add"|"component add") echo "$*" >> "$machine/asked"; add "$4" "$5" ;;
  *) echo "no such command: $*" >&2; exit 2 ;;
esac`;

/** What rustup puts on PATH: the toolchain that RUSTUP_TOOLCHAIN names, whole or without the host. */
const PROXY = `
name=$RUSTUP_TOOLCHAIN; [ -d "$toolchains/$name" ] || name=$name-${HOST}
sysroot=$toolchains/$name`;
/** A Rust without rustup. */
const ALONE = "sysroot=$toolchains/alone";
const RUSTC = `
case "$1" in
  --version) echo "rustc $(<"$sysroot/version") (0123456 2026-01-01)" ;;
  --print) echo "$sysroot" ;;
esac`;

const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** A machine with these toolchains, by name: the version and the parts. One named `alone` means that there is no rustup. */
function machine(toolchains, { rust = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "toolchain-"));
  made.push(folder);
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const tool of TOOLS) symlinkSync(execFileSync("/bin/sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim(), join(bin, tool));
  const program = (name, text) => {
    writeFileSync(join(bin, name), `#!/bin/bash\nset -eu\nmachine='${folder}'; toolchains=$machine/toolchains\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  for (const [name, { version, parts = WHOLE }] of Object.entries(toolchains)) {
    const at = join(folder, "toolchains", name);
    mkdirSync(join(at, "bin"), { recursive: true });
    writeFileSync(join(at, "version"), version);
    if (parts.includes("clippy")) writeFileSync(join(at, "bin/cargo-clippy"), "", { mode: 0o755 });
    if (parts.includes("rustfmt")) writeFileSync(join(at, "bin/cargo-fmt"), "", { mode: 0o755 });
    if (parts.includes(TARGET)) mkdirSync(join(at, "lib/rustlib", TARGET), { recursive: true });
  }
  const isAlone = "alone" in toolchains;
  writeFileSync(join(folder, "list"), Object.keys(toolchains).map((name, index) => `${name}${index === 0 ? " (active, default)" : ""}\n`).join(""));
  if (rust) {
    program("cargo", "exit 0");
    program("rustc", (isAlone ? ALONE : PROXY) + RUSTC);
    if (!isAlone) program("rustup", RUSTUP);
  }
  const run = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(join(bin, command), args, { cwd: root, env: { PATH: bin }, encoding: "utf8" });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  };
  return {
    needs: () => run("bash", "scripts/need-rust.sh", TARGET),
    /** The toolchain of the recipes of the Makefile. */
    taken: () => run("make", "--silent", "--eval=shown: ; @echo \"$${RUSTUP_TOOLCHAIN-none}\"", "shown").stdout,
    asked: () => (existsSync(join(folder, "asked")) ? readFileSync(join(folder, "asked"), "utf8").trim().split("\n") : []),
    program,
  };
}

const good = { status: 0, stdout: "", stderr: "" };

test("the pinned version under the name `stable` is taken, and nothing is fetched", () => {
  const it = machine({ [`nightly-${HOST}`]: { version: `${NEWER}-nightly` }, [`stable-${HOST}`]: { version: PINNED } });
  assert.deepEqual(it.needs(), good);
  assert.deepEqual(it.asked(), []);
  assert.equal(it.taken(), `stable-${HOST}`);
});

test("the pinned version under its own name is taken, and not a newer `stable`", () => {
  const it = machine({ [`stable-${HOST}`]: { version: NEWER }, [`${PINNED}-${HOST}`]: { version: PINNED } });
  assert.deepEqual(it.needs(), good);
  assert.deepEqual(it.asked(), []);
  assert.equal(it.taken(), `${PINNED}-${HOST}`);
});

for (const [what, toolchains] of Object.entries({
  "a newer `stable` only": { [`stable-${HOST}`]: { version: NEWER } },
  "a nightly of the pinned version": { [`nightly-${HOST}`]: { version: `${PINNED}-nightly` } },
  "a version that begins like it": { [`stable-${HOST}`]: { version: `${PINNED}1` } },
  "no toolchain at all": {},
})) {
  test(`${what}: the pinned version is installed once, small and with its parts`, () => {
    const it = machine(toolchains);
    assert.equal(it.taken(), PINNED);
    assert.deepEqual(it.needs(), { ...good, stdout: `installing Rust ${PINNED}` });
    const wanted = [`toolchain install ${PINNED} --no-self-update --profile minimal --component clippy --component rustfmt --target ${TARGET}`];
    assert.deepEqual(it.asked(), wanted);
    assert.deepEqual(it.needs(), good);
    assert.deepEqual(it.asked(), wanted);
    assert.equal(it.taken(), `${PINNED}-${HOST}`);
  });
}

for (const missing of WHOLE) {
  test(`a toolchain that lacks ${missing} gets it, and nothing else`, () => {
    const it = machine({ [`stable-${HOST}`]: { version: PINNED, parts: WHOLE.filter((part) => part !== missing) } });
    assert.equal(it.needs().status, 0);
    assert.deepEqual(it.asked(), [`${missing === TARGET ? "target" : "component"} add --toolchain stable-${HOST} ${missing}`]);
    assert.deepEqual(it.needs(), good);
  });
}

test("without rustup, the Rust on PATH is used if it is new enough", () => {
  for (const version of [PINNED, NEWER]) {
    const it = machine({ alone: { version } });
    assert.deepEqual(it.needs(), good);
    assert.equal(it.taken(), "none");
  }
  const old = machine({ alone: { version: OLDER } }).needs();
  assert.equal(old.status, 1);
  assert.match(old.stderr, new RegExp(`^Rust ${OLDER} is too old: ${field("rust-version")} or later is needed\\. `));
  const bare = machine({ alone: { version: PINNED, parts: [] } }).needs();
  assert.equal(bare.status, 1);
  assert.match(bare.stderr, /^The Rust target wasm32-unknown-unknown is missing, and there is no rustup to add it\. /);
});

test("a rustc that is not rustup's is an error", () => {
  const it = machine({ [`stable-${HOST}`]: { version: PINNED }, [`other-${HOST}`]: { version: NEWER } });
  it.program("rustc", `sysroot=$toolchains/other-${HOST}${RUSTC}`);
  const { status, stderr } = it.needs();
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`^Rust ${PINNED} is needed, and the rustc on PATH is 'rustc ${NEWER} `));
});

test("no Rust: where to get it", () => {
  const { status, stderr } = machine({}, { rust: false }).needs();
  assert.equal(status, 1);
  assert.equal(stderr, "Rust is missing. Install it with rustup (https://rustup.rs), then run make again.");
});
