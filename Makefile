# What a person runs and what CI runs. `make help` lists the targets.
#
# On the machine: rustup, Node 20.19 or later, make. Everything else is installed into the project:
# tools in $(TOOLS), npm packages in node_modules. A second run repeats no finished work.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

TOOLS ?= .tools
# Those of them that cargo compiles. They carry their versions in their names, so that several checkouts can share them.
CARGO_TOOLS ?= $(TOOLS)
TARGET := wasm32-unknown-unknown

# Every cargo below is that of the pinned Rust, by the name that it has on this machine.
RUST := $(shell scripts/rust-toolchain.sh)
ifneq ($(RUST),)
export RUSTUP_TOOLCHAIN := $(RUST)
endif

MODULE := target/$(TARGET)/release/care_coverage.wasm

# The command-line tool must be of the version that Cargo.toml pins.
BINDGEN_VERSION := $(shell sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
BINDGEN_BIN := $(abspath $(CARGO_TOOLS))/wasm-bindgen-$(BINDGEN_VERSION)/bin
BINDGEN := $(BINDGEN_BIN)/wasm-bindgen

DENY_VERSION := 0.20.2
DENY := $(abspath $(CARGO_TOOLS))/cargo-deny-$(DENY_VERSION)/bin/cargo-deny

FUZZ_VERSION := 0.13.2
FUZZ := $(abspath $(CARGO_TOOLS))/cargo-fuzz-$(FUZZ_VERSION)/bin/cargo-fuzz

MUTANTS_VERSION := 27.1.0
MUTANTS := $(abspath $(CARGO_TOOLS))/cargo-mutants-$(MUTANTS_VERSION)/bin/cargo-mutants

SCHEMATHESIS_VERSION := 4.32.5
SCHEMATHESIS := $(abspath $(TOOLS))/schemathesis-$(SCHEMATHESIS_VERSION)/bin/schemathesis

# What builds and tests the Python package. It relies on nothing that somebody installed.
PYTHON_HOME := $(abspath $(TOOLS))/python
PYTHON := $(PYTHON_HOME)/bin/python
PYTHON_SOURCES := $(shell find python -name target -prune -o -type f \( -name '*.rs' -o -path 'python/care_coverage/*.py' -o -name '*.pyi' -o -name '*.toml' -o -name '*.lock' \) -print)
WHEEL := target/python/built

# The engine with an allocator that can fail.
FAULTS_MODULE := target/faults/core_bg.wasm

RUST_SOURCES := Cargo.toml Cargo.lock $(shell find src -name '*.rs' -o -name '*.js')
PACKAGE_SOURCES := $(wildcard pkg-template/* pkg-template/adapters/* pkg-template/api/* pkg-template/benefit-table/* pkg-template/claim-files/* pkg-template/declarations/* pkg-template/language/* pkg-template/language/*/* pkg-template/look-ups/* pkg-template/simulate/* pkg-template/stores/* pkg-template/words/* pkg-template/worker/*) $(wildcard scripts/build-*.mjs) scripts/declarations.mjs $(wildcard scripts/schemas/*) scripts/source-maps.mjs scripts/third-party.mjs README.md CHANGELOG.md SECURITY.md LICENSE-MIT LICENSE-APACHE $(wildcard docs/*.md) $(wildcard benefit-tables/*.json headings/*.json mappings/*.json profiles/*.json)
PAGE_SOURCES := $(shell find www -path www/node_modules -prune -o -path www/dist -prune -o -type f -print) $(wildcard examples/*.json examples/*.csv examples/*/*.json profiles/*.json)
EDITOR_SOURCES := $(shell find editor -path editor/dist -prune -o -type f -print) $(addprefix scripts/,editor-package.mjs build-notices.mjs published.mjs third-party.mjs) CHANGELOG.md SECURITY.md LICENSE-MIT LICENSE-APACHE
CLI_SOURCES := $(shell find cli -path cli/dist -prune -o -type f -print) $(addprefix scripts/,build-cli.mjs build-notices.mjs published.mjs third-party.mjs) $(wildcard docs/codes/*.json docs/codes/fr/*.json) CHANGELOG.md SECURITY.md LICENSE-MIT LICENSE-APACHE
SITE_SOURCES := $(wildcard site/*.mjs site/*.json site/lib/* site/.vitepress/*.mjs site/.vitepress/theme/* docs/*.md docs/guides/*.md docs/codes/*.json) README.md CHANGELOG.md SECURITY.md Cargo.toml
PACKAGE_SOURCES += scripts/published.mjs $(wildcard docs/guides/*.md)

# With the time: where the minutes of a long run went can be read in what it printed.
say = printf '\n== %(%T)T %s\n' -1 "$(1)"

##@ Use
.PHONY: play edge test help
play: www/dist/index.html ## build the playground and serve it
	@node scripts/play.mjs

edge: examples/edge/node_modules/.package-lock.json ## run the edge worker on workerd with a local D1, at port 8787
	@cd examples/edge && { test -f .dev.vars || node -p '"WRITE_TOKEN=" + crypto.randomUUID()' > .dev.vars; }
	@cd examples/edge && npm run --silent seed -- ../catalog.json
	@cd examples/edge && cat .dev.vars && WRANGLER_SEND_METRICS=false CLOUDFLARE_CF_FETCH_ENABLED=false npm run --silent dev -- --ip 127.0.0.1 --port 8787

# What compiles mostly uses one core: Rust's own tests run next to the building of what the others test. What uses both cores, or measures,
# runs alone; what mostly uses one runs two at a time, and what each prints is kept together.
COMPILED := check-rust pkg test-rust page editor cli wheel $(FAULTS_MODULE)
BROAD_TESTS := test-wasm test-package test-cli growth
NARROW_TESTS := test-python test-faults grids test-spreadsheets test-matrix test-stores test-edge test-examples test-editor test-site
LAST_TESTS := test-page size fuzz-short $(if $(MUTANTS_BASE),mutants-changed)
TWO_AT_A_TIME := --jobs=2 --output-sync=target

test: ## run everything
	@$(MAKE) test-build
	@$(MAKE) $(TWO_AT_A_TIME) RUST_IN_TURN=check-rust $(COMPILED)
	@$(MAKE) $(BROAD_TESTS)
	@$(MAKE) $(TWO_AT_A_TIME) $(NARROW_TESTS)
	@$(MAKE) $(LAST_TESTS)
	@$(call say,all tests passed)

help: ## list the targets
	@awk 'BEGIN { FS = ":.*## " } /^##@ / { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

##@ Build
.PHONY: pkg page editor cli site wheel docs size audit release-check clean
pkg: pkg/index.js ## write the npm package to pkg/

page: www/dist/index.html ## build the page to www/dist/

editor: editor/dist/index.js ## build the package of the custom elements to editor/dist/

cli: cli/dist/cli.js ## build the package of the command line to cli/dist/

site: site/dist/index.html ## build the documentation site, with the playground, to site/dist/

wheel: $(WHEEL) ## build the Python package: a wheel in target/python/, for Python 3.11 and later

docs: node_modules/.package-lock.json | rust ## write what the tables of codes and facts say: docs/codes.md, the facts of the package, the types of Python
	@UPDATE_DOCS=1 cargo test --locked --quiet --test docs
	@node scripts/python-types.mjs

size: pkg/index.js editor/dist/index.js ## print the sizes and what each feature costs, and check the budget
	@$(call say,sizes)
	@node scripts/size-of-features.mjs
	@node scripts/size.mjs

audit: $(DENY) | rust node ## licences and sources of what is built in, and known vulnerabilities where a database answers
	@$(call say,audit)
	@scripts/audit.sh $(DENY)

release-check: audit pkg/index.js editor/dist/index.js cli/dist/cli.js | rust ## are the packages ready to be published? The audit, the same bytes in two folders, npm publish --dry-run
	@$(call say,the packages are built again in another folder (two minutes))
	@node scripts/reproduce.mjs "$(abspath $(TOOLS))"
	@$(call say,release check)
	@node scripts/release-check.mjs

clean: ## remove what was built (not the tools)
	rm -rf target pkg www/dist editor/dist cli/dist site/dist site/pages examples/editor-react/dist examples/editor-elements/dist

##@ Test
# What hangs fails, with its name, before whoever waits gives up.
NODE_TEST := node --test --test-timeout=900000

.PHONY: thorough python test-python bulk bench-tables python-lock test-build check-rust test-rust test-wasm test-wasm-node test-wasm-chromium test-package test-faults growth grids test-spreadsheets test-matrix matrix test-stores test-edge test-examples edge-load edge-fuzz test-page test-editor test-cli test-site page-times fuzz fuzz-short fuzz-corpus mutants mutants-changed mutants-left bench bench-tab soak
test-build: node_modules/.package-lock.json | rust node ## which Rust make takes, that lock files are kept to, and licences
	@$(call say,tests of the build)
	@$(NODE_TEST) tests/build/*.test.mjs

check-rust: | rust ## formatting, clippy and the links of the docs, for both targets
	@$(call say,rustfmt and clippy and rustdoc)
	@cargo fmt --check
	@cargo clippy --locked --quiet --all-targets --all-features -- -D warnings
	@cargo clippy --locked --quiet --all-targets --target $(TARGET) -- -D warnings
	@RUSTDOCFLAGS="-D warnings" cargo doc --locked --quiet --no-deps --all-features
	@RUSTDOCFLAGS="-D warnings" cargo doc --locked --quiet --no-deps --target $(TARGET)

# Next to others it waits for the check, with which it shares a folder.
test-rust: | rust $(RUST_IN_TURN) ## golden cases, laws and doc tests, natively
	@$(call say,Rust tests)
	@cargo test --locked --quiet --all-features

test-wasm: test-wasm-node test-wasm-chromium ## golden cases through the wasm exports, in Node and in Chromium

WASM_TEST = PATH="$(BINDGEN_BIN):$$PATH" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	cargo test --locked --target $(TARGET) --test wasm

test-wasm-node: $(BINDGEN) | rust node
	@$(call say,wasm tests in Node)
	@$(WASM_TEST)

test-wasm-chromium: $(BINDGEN) | rust chromium
	@$(call say,wasm tests in Chromium)
	@WASM_BINDGEN_USE_BROWSER=1 CHROMEDRIVER="$$(command -v chromedriver)" $(WASM_TEST)

test-package: pkg/index.js www/node_modules/.package-lock.json | chromium ## the packed package: Node, Chromium, TypeScript, hostile input
	@$(call say,package tests)
	@node node_modules/typescript/bin/tsc -p pkg-template
	@node node_modules/typescript/bin/tsc -p pkg-template/stores
	@node node_modules/typescript/bin/tsc -p pkg-template/adapters
	@$(NODE_TEST) --test-concurrency=2 tests/package/*.test.mjs

PYTEST = "$(PYTHON_HOME)/bin/pytest" -c python/pyproject.toml python/tests

test-python: pkg/index.js $(WHEEL) node_modules/.package-lock.json | rust node postgres ## the wheel: golden cases, values, types, the store on SQLite and PostgreSQL (four minutes with its building)
	@$(call say,tests of the Python package)
	@cd python && cargo fmt --check && cargo clippy --locked --quiet --target-dir ../target/python-build -- -D warnings
	@node scripts/python-types.mjs --check
	@"$(PYTHON_HOME)/bin/mypy" --strict --cache-dir target/python/mypy -p care_coverage
	@"$(PYTHON_HOME)/bin/mypy" --strict --cache-dir target/python/mypy python/tests/usage.py
	@"$(PYTHON)" -P -m mypy.stubtest care_coverage._engine
	@cd examples/python && MYPYPATH=. "$(PYTHON_HOME)/bin/mypy" --strict --cache-dir ../../target/python/mypy $(filter-out %_spark.py,$(notdir $(wildcard examples/python/*.py)))
	@$(PYTEST) -m "not long and not bulk"

# As many values are made up for each law.
PYTHON_EXAMPLES ?= 10000

python: test-python tests/stores/node_modules/.package-lock.json ## the same at length: PYTHON_EXAMPLES (10,000) for each law, and files that the npm package's store reads
	@PYTHON_EXAMPLES=$(PYTHON_EXAMPLES) $(PYTEST) -m long

SPARK_ROWS ?= 200000

bulk: $(WHEEL) $(PYTHON_HOME)/spark ## the wheel in Spark, on two workers of which one is killed (four minutes)
	@$(call say,$(SPARK_ROWS) claims in Spark)
	@cd examples/python && MYPYPATH=. "$(PYTHON_HOME)/bin/mypy" --strict --cache-dir ../../target/python/mypy claims_in_spark.py
	@SPARK_ROWS=$(SPARK_ROWS) $(PYTEST) -m bulk

bench-tables: $(WHEEL) $(PYTHON_HOME)/spark | rust node ## claims in tables compared with the engine alone, and in DuckDB, Polars and Spark (ten minutes)
	@"$(PYTHON)" benches/tables.py 1000000 spark

python-lock: | python3 ## write python/requirements.txt, with the hash of every file, of python/requirements.in
	@rm -rf "$(TOOLS)/uv" && "$$(scripts/need-python.sh)" -m venv "$(TOOLS)/uv" && "$(TOOLS)/uv/bin/pip" install --quiet --disable-pip-version-check uv
	@cd python && "$(abspath $(TOOLS))/uv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade requirements.in -o requirements.txt
	@cd python && "$(abspath $(TOOLS))/uv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade requirements-spark.in -o requirements-spark.txt

test-faults: $(FAULTS_MODULE) | node ## golden cases with the k-th allocation failing (each twelfth; FAULTS=all: all), and what is left of an engine that failed
	@$(call say,tests of faults)
	@$(NODE_TEST) tests/faults/*.test.mjs

growth: pkg/index.js ## does every public function take twice the time for twice the input? More than three times fails (one minute)
	@$(call say,growth)
	@node benches/growth.mjs 5

grids: pkg/index.js ## cells of benefit tables: golden cases and laws, and how much of real tables is read, where CARE_COVERAGE_DATA names them
	@$(call say,benefit tables)
	@$(NODE_TEST) tests/benefit-table/*.test.mjs
	@node scripts/grids.mjs

test-spreadsheets: pkg/index.js | libreoffice ## benefit tables as XLSX, to and from LibreOffice (half a minute)
	@$(call say,spreadsheets)
	@$(NODE_TEST) tests/spreadsheets/*.test.mjs

MATRIX_SHORT := tests/matrix/short/node_modules/.package-lock.json
MATRIX_FULL := tests/matrix/full/node_modules/.package-lock.json

test-matrix: pkg/index.js editor/dist/index.js $(MATRIX_SHORT) www/node_modules/.package-lock.json | chromium ## the golden cases in Node, Deno, Bun, workerd and one Vite build
	@$(call say,golden cases in each engine)
	@node tests/matrix/run.mjs short

matrix: pkg/index.js editor/dist/index.js $(MATRIX_SHORT) $(MATRIX_FULL) | chromium firefox ## the golden cases in every runtime and bundler (6 minutes; downloads 2 GB, once)
	@$(call say,golden cases in every runtime and bundler)
	@node tests/matrix/run.mjs full

test-stores: tests/stores/node_modules/.package-lock.json examples/edge/node_modules/.package-lock.json | chromium ## the stores: SQLite, IndexedDB in Chromium, D1 in workerd; many writers, kills
	@$(call say,tests of the stores)
	@node tests/stores/run.mjs

test-edge: tests/stores/node_modules/.package-lock.json examples/edge/node_modules/.package-lock.json ## the edge worker on workerd, and the same service on other runtimes
	@$(call say,types and tests of the edge worker)
	@cd examples/edge && npm run --silent types
	@$(NODE_TEST) tests/edge/*.test.mjs

test-examples: editor/dist/index.js examples/edge/node_modules/.package-lock.json examples/editor-elements/node_modules/.package-lock.json examples/editor-react/node_modules/.package-lock.json examples/ci-linter/node_modules/.package-lock.json node_modules/.package-lock.json | chromium ## the examples: editors in React, Vue and a plain page, a worker in 22 lines, a linter for git (a minute)
	@$(call say,tests of the examples)
	@$(NODE_TEST) --test-concurrency=1 tests/examples/*.test.mjs

edge-load: examples/edge/node_modules/.package-lock.json ## compare the edge worker with an empty one on this machine (three minutes)
	@node tests/edge/load.mjs

EDGE_EXAMPLES ?= 500

edge-fuzz: examples/edge/node_modules/.package-lock.json $(SCHEMATHESIS) ## Schemathesis against the edge worker, EDGE_EXAMPLES (500) an operation
	@node tests/edge/fuzz.mjs $(SCHEMATHESIS) $(EDGE_EXAMPLES)

test-page: www/dist/index.html cli/dist/cli.js | chromium firefox ## the page, in Chromium and Firefox
	@$(call say,page tests)
	@$(NODE_TEST) --test-concurrency=2 tests/page/*.test.mjs

test-editor: editor/dist/index.js | chromium ## the custom elements, in Chromium
	@$(call say,tests of the elements)
	@$(NODE_TEST) tests/elements/*.test.mjs

test-cli: cli/dist/cli.js $(PYTHON_HOME)/installed ## the command line: transcripts and laws, with both packages installed from their tarballs, and DuckDB to read what it writes (two minutes)
	@$(call say,tests of the command line)
	@node node_modules/typescript/bin/tsc -p cli
	@PYTHON="$(PYTHON)" $(NODE_TEST) --test-concurrency=2 tests/cli/*.test.mjs

page-times: www/dist/index.html | chromium ## judge how long the page takes and does not answer: on a machine that does nothing else (three minutes)
	@$(call say,times of the page)
	@PAGE_TIMES=judged $(NODE_TEST) --test-concurrency=1 $$(grep -l '"./times.mjs"' tests/page/*.test.mjs)

test-site: site/dist/index.html | chromium ## the documentation site: snippets, examples of codes, links, axe in light and dark
	@$(call say,tests of the documentation site)
	@$(NODE_TEST) --test-concurrency=2 tests/site/*.test.mjs

thorough: $(FAULTS_MODULE) pkg/index.js www/dist/index.html cli/dist/cli.js | chromium firefox ## the tests of which make test asks a share, whole: each allocation, value, width and choice (an hour)
	@$(call say,each allocation)
	@FAULTS=all $(NODE_TEST) tests/faults/*.test.mjs
	@$(call say,each value in each place)
	@HOSTILE=all STACK_ROUNDS=200 $(NODE_TEST) tests/package/hostile.test.mjs tests/package/stack.test.mjs
	@$(call say,each width and choice of the page)
	@PAGE=all $(NODE_TEST) --test-concurrency=2 tests/page/*.test.mjs

FUZZ_SECONDS ?= 1300
# 0: another one each time.
FUZZ_SEED ?= 0

FUZZ_NEEDS := pkg/index.js tests/stores/node_modules/.package-lock.json examples/edge/node_modules/.package-lock.json

fuzz: $(FUZZ) $(FUZZ_NEEDS) | rust node chromium ## fuzz everything for FUZZ_SECONDS (1,300)
	@$(call say,fuzzing for $(FUZZ_SECONDS) seconds)
	@scripts/fuzz.sh run $(FUZZ_SECONDS) "$(dir $(FUZZ))" $(FUZZ_SEED)

# The same inputs in every run: what is new is searched by the long form.
fuzz-short:
	@$(MAKE) fuzz FUZZ_SECONDS=78 FUZZ_SEED=1

fuzz-corpus: $(FUZZ) | rust node ## keep what long runs of make fuzz found, minimised, in fuzz/corpus
	@$(call say,minimising the corpus)
	@scripts/fuzz.sh keep "$(dir $(FUZZ))"

# 0/8: every eighth change, spread over all files.
MUTANTS_SHARD ?= 0/1

mutants: $(MUTANTS) | rust node ## change each rule a little: does a test see it? (half a day; MUTANTS_SHARD=0/8: every eighth)
	@$(call say,mutants of the rules: $(MUTANTS_SHARD))
	@node scripts/mutants.mjs "$(MUTANTS)" all $(MUTANTS_SHARD)

# CI that knows what a change is based on sets MUTANTS_BASE: `make test` then has this part, too.
mutants-changed: $(MUTANTS) | rust node ## the same for the lines that differ from the commit MUTANTS_BASE; fails if one is not seen
	@$(call say,mutants of what differs from $(or $(MUTANTS_BASE),$(error MUTANTS_BASE=<commit> make mutants-changed)))
	@node scripts/mutants.mjs "$(MUTANTS)" changed "$(MUTANTS_BASE)"

mutants-left: $(MUTANTS) | rust node ## those again that the golden cases missed the last time
	@node scripts/mutants.mjs "$(MUTANTS)" left

soak: pkg/index.js ## ten million acts, two million claims and 20,000 coverages: does memory stay the same? (6 minutes)
	@node --expose-gc benches/soak/main.mjs

ALTERNATIVES := benches/node_modules/.package-lock.json

bench: pkg/index.js $(MATRIX_SHORT) $(ALTERNATIVES) | rust ## compare the package with its alternatives, and the engine natively (15 minutes)
	@for script in benches/*.mjs; do node "$$script"; done
	@cargo bench --locked --quiet

# The short form: TAB_ROWS=1000000.
TAB_ROWS ?= 10000000

bench-tab: pkg/index.js node_modules/.package-lock.json | chromium ## memory of a tab that simulates TAB_ROWS (10,000,000) claims, and whether its page answers (two minutes)
	@node benches/simulate/tab.mjs $(TAB_ROWS)

# ───────────── what the targets need ─────────────

.PHONY: rust node chromium firefox python3 postgres java libreoffice
rust:
	@scripts/need-rust.sh $(TARGET)

node:
	@scripts/need-node.sh

chromium:
	@scripts/need-chromium.sh

firefox:
	@scripts/need-firefox.sh

python3:
	@scripts/need-python.sh >/dev/null

postgres:
	@scripts/need-postgres.sh

java:
	@scripts/need-java.sh

libreoffice:
	@scripts/need-libreoffice.sh

# Only files whose hash is in the lock, and none that has to be built.
$(PYTHON_HOME)/installed: python/requirements.txt | python3
	@$(call say,installing what builds and tests the Python package into $(TOOLS))
	@rm -rf "$(PYTHON_HOME)"
	@"$$(scripts/need-python.sh)" -m venv "$(PYTHON_HOME)"
	@"$(PYTHON)" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r python/requirements.txt
	@touch $@

$(PYTHON_HOME)/spark: python/requirements-spark.txt $(PYTHON_HOME)/installed | java
	@$(call say,installing Spark into $(TOOLS) (450 MB, once))
	@"$(PYTHON)" -m pip install --quiet --disable-pip-version-check --require-hashes -r python/requirements-spark.txt
	@touch $@

$(WHEEL): $(RUST_SOURCES) $(PYTHON_SOURCES) $(PYTHON_HOME)/installed node_modules/.package-lock.json | rust node
	@$(call say,compiling the engine for Python (two minutes))
	@rm -rf target/python && mkdir -p target/python
	@node scripts/wheel-notices.mjs
	@cd python && PYO3_PYTHON="$(PYTHON)" "$(PYTHON_HOME)/bin/maturin" build --quiet --locked --release --target-dir ../target/python-build --out ../target/python > ../target/python/log 2>&1 || { cat ../target/python/log; exit 1; }
	@"$(PYTHON)" -m pip install --quiet --disable-pip-version-check --no-index --no-deps --force-reinstall target/python/*.whl
	@touch $@

# Little of it is optimised: that takes a minute less, and it runs once a build, as fast.
$(BINDGEN): | rust
	@$(call say,installing wasm-bindgen $(BINDGEN_VERSION) into $(CARGO_TOOLS) (two to four minutes, once))
	@CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_TARGET_DIR="$(abspath $(TOOLS))/build" cargo install wasm-bindgen-cli --version =$(BINDGEN_VERSION) --locked --root "$(dir $(BINDGEN_BIN))"
	@rm -rf "$(TOOLS)/build"

$(DENY): | rust
	@$(call say,installing cargo-deny $(DENY_VERSION) into $(CARGO_TOOLS) (three to five minutes, once))
	@CARGO_TARGET_DIR="$(abspath $(TOOLS))/build" cargo install cargo-deny --version =$(DENY_VERSION) --locked --root "$(patsubst %/bin/,%,$(dir $(DENY)))"
	@rm -rf "$(TOOLS)/build"

$(FUZZ): | rust
	@$(call say,installing cargo-fuzz $(FUZZ_VERSION) into $(CARGO_TOOLS) (two minutes, once))
	@CARGO_TARGET_DIR="$(abspath $(TOOLS))/build" cargo install cargo-fuzz --version =$(FUZZ_VERSION) --locked --root "$(patsubst %/bin/,%,$(dir $(FUZZ)))"
	@rm -rf "$(TOOLS)/build"

$(MUTANTS): | rust
	@$(call say,installing cargo-mutants $(MUTANTS_VERSION) into $(CARGO_TOOLS) (three minutes, once))
	@CARGO_TARGET_DIR="$(abspath $(TOOLS))/build" cargo install cargo-mutants --version =$(MUTANTS_VERSION) --locked --root "$(patsubst %/bin/,%,$(dir $(MUTANTS)))"
	@rm -rf "$(TOOLS)/build"

$(SCHEMATHESIS):
	@$(call say,installing Schemathesis $(SCHEMATHESIS_VERSION) into $(TOOLS))
	@python3 -m venv "$(patsubst %/bin/,%,$(dir $@))"
	@"$(dir $@)pip" install --quiet --disable-pip-version-check schemathesis==$(SCHEMATHESIS_VERSION)

# No package may run a script of its own: those of esbuild, workerd and sharp only save time. Two exceptions are named: a driver that
# is compiled, and Bun, whose script puts its program in its place.
node_modules/.package-lock.json: package-lock.json | node
	@$(call say,installing the npm packages of the build)
	@npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

www/node_modules/.package-lock.json: www/package-lock.json | node pkg/index.js
	@$(call say,installing the npm packages of the page)
	@cd www && npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

# Not `npm ci`, for the same reason as below.
site/node_modules/.package-lock.json: site/package-lock.json | node pkg/index.js
	@$(call say,installing what the documentation site is built with)
	@cd site && npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel error
	@touch $@

$(MATRIX_SHORT): tests/matrix/short/package-lock.json | node
	@$(call say,installing the runtimes of the short matrix (600 MB, once))
	@cd tests/matrix/short && npm ci --no-audit --no-fund --ignore-scripts && node node_modules/bun/install.js
	@touch $@

# Not `npm ci`, for the same reason as below.
$(ALTERNATIVES): benches/package-lock.json | node
	@$(call say,installing the alternatives to compare with)
	@cd benches && npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel error
	@touch $@

# Not `npm ci`, which refuses a lock file without the optional packages of other systems: not every registry has all of them.
# wrangler warns of an old Node: it is run with one of those that are installed here.
$(MATRIX_FULL): tests/matrix/full/package-lock.json | node
	@$(call say,installing the other runtimes and bundlers of the matrix (1.6 GB, once))
	@cd tests/matrix/full && npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel error
	@touch $@

tests/stores/node_modules/.package-lock.json: tests/stores/package-lock.json | node
	@$(call say,installing what the tests of the stores need (a driver is compiled: some minutes, once))
	@cd tests/stores && npm ci --no-audit --no-fund --ignore-scripts && npm rebuild better-sqlite3
	@touch $@

examples/edge/node_modules/.package-lock.json: examples/edge/package-lock.json | node pkg/index.js
	@$(call say,installing workerd and what the edge worker needs)
	@cd examples/edge && npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

examples/%/node_modules/.package-lock.json: examples/%/package-lock.json | node pkg/index.js
	@$(call say,installing what the example $* needs)
	@cd examples/$* && npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

# Panics of dependencies name their files: without the folders of the machine that builds, nor the registry that it asks. The memory of
# an instance is made by the package, which bounds it. Less is inlined than by default: 2.5 KB less (gzip), as fast.
RUSTFLAGS_OF_MODULE = CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$$(printf -- '--remap-path-prefix=%s=registry ' "$${CARGO_HOME:-$$HOME/.cargo}"/registry/src/*)-C link-arg=--import-memory -C llvm-args=-inline-threshold=10"

pkg/index.js: $(RUST_SOURCES) $(PACKAGE_SOURCES) node_modules/.package-lock.json $(BINDGEN)
	@$(call say,compiling the engine to WebAssembly)
	@cargo fetch --locked --quiet --target $(TARGET)
	@$(RUSTFLAGS_OF_MODULE) cargo build --locked --release --target $(TARGET)
	@node scripts/build-package.mjs $(MODULE) $(BINDGEN)

# In a target folder of its own: of another workspace, the engine is compiled with the names of this machine's folders.
$(FAULTS_MODULE): pkg/index.js $(wildcard tests/faults/*.rs tests/faults/Cargo.*) | rust
	@$(call say,compiling the engine with an allocator that can fail)
	@$(RUSTFLAGS_OF_MODULE) cargo build --locked --release --target $(TARGET) --manifest-path tests/faults/Cargo.toml --target-dir target/faults-build
	@node scripts/build-glue.mjs target/faults-build/$(TARGET)/release/care_coverage_faults.wasm "$(BINDGEN)" target/faults

www/dist/index.html: $(PAGE_SOURCES) pkg/index.js www/node_modules/.package-lock.json
	@$(call say,building the page)
	@cd www && npm run --silent build
	@touch $@

editor/dist/index.js: $(EDITOR_SOURCES) $(PAGE_SOURCES) pkg/index.js www/node_modules/.package-lock.json
	@$(call say,building the elements)
	@cd www && npm run --silent build:editor
	@touch $@

cli/dist/cli.js: $(CLI_SOURCES) pkg/index.js node_modules/.package-lock.json
	@$(call say,building the command line)
	@node scripts/build-cli.mjs

site/dist/index.html: $(SITE_SOURCES) pkg/index.js www/dist/index.html site/node_modules/.package-lock.json
	@$(call say,building the documentation site)
	@node site/build.mjs
