# make demo   installs what is missing, builds, lints the sample company, shows the report
# make test   the same set-up, runs every test
# make bench  measures whole checks against a bare libyaml pass over the same files
# make bench-peers  compares with OPA and yamllint, fetched from PyPI
# make hostile      tries what strangers, full disks and killed runs do
# make growth       doubles every relation of the format, up to 100,000
# make fuzz         breaks designs, rules and YAML at random, with other seeds each time
# make sanitize     runs the readers under AddressSanitizer, a check under ThreadSanitizer

SWIFT ?= swift
PREFIX ?= /usr/local
# Linux releases bring the Swift runtime along, which spares a start a third of its time.
RELEASE ?= -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
BUILD_FLAGS ?= --explicit-target-dependency-import-check error

.PHONY: demo test bench bench-peers hostile growth fuzz sanitize docs format lint install setup try-swift-hook

demo: setup
	$(SWIFT) build --product orglint
	@$$($(SWIFT) build --show-bin-path)/orglint check samples/velmora --today 2026-11-24 \
	  --fail-on never

test: setup
	$(SWIFT) test --disable-xctest $(BUILD_FLAGS)
	$(SWIFT) run --skip-build orglint test rules

bench: setup
	$(SWIFT) build $(RELEASE) --product orglint
	$(SWIFT) build $(RELEASE) --product orglint-dev
	python3 Benchmarks/bench $(BENCH)

bench-peers: setup
	$(SWIFT) build $(RELEASE) --product orglint
	$(SWIFT) build $(RELEASE) --product orglint-dev
	bin=$$($(SWIFT) build $(RELEASE) --show-bin-path) && \
	  python3 Benchmarks/peers --binary $$bin/orglint --generator $$bin/orglint-dev $(BENCH)

hostile: setup
	$(SWIFT) build $(RELEASE) --product orglint
	.ci/hostile $$($(SWIFT) build $(RELEASE) --show-bin-path)/orglint --large

growth: setup
	$(SWIFT) build $(RELEASE) --product orglint
	.ci/growth $$($(SWIFT) build $(RELEASE) --show-bin-path)/orglint

# make fuzz FUZZ_RUNS=100 goes on longer.
FUZZ_RUNS ?= 10
fuzz: setup
	$(SWIFT) build --build-tests
	@first=$$(date +%s); for run in $$(seq $(FUZZ_RUNS)); do \
	  seed=$$(( (first + run) % 4294967296 )); echo "seed $$seed"; \
	  ORGLINT_FUZZ_SEED=$$seed ORGLINT_FUZZ_ROUNDS=10 $(SWIFT) test --skip-build --disable-xctest \
	    --filter 'MutationTests|BrokenDesignTests' --quiet || exit 1; \
	done

sanitize: setup
	$(SWIFT) test --disable-xctest --scratch-path .build/address --sanitize=address \
	  --filter YAMLSyntaxTests
	$(SWIFT) build --scratch-path .build/thread --sanitize=thread --product orglint
	for sample in samples/*/; do \
	  TSAN_OPTIONS=halt_on_error=1 .build/thread/debug/orglint check $$sample --jobs 4 \
	    --today 2026-11-24 --fail-on never --quiet --no-cache || exit 1; \
	done

# Writes the pages of docs/ that come from code and rule files.
docs: setup
	$(SWIFT) run orglint-dev docs

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Plugins Package.swift

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Plugins Package.swift

# Builds a release the way pre-commit does, in a throw-away repository.
try-swift-hook: setup
	.ci/try-pre-commit --swift

# The program with its manual page and the completions of bash, zsh and fish.
install: setup
	$(SWIFT) build $(RELEASE) --product orglint
	$(SWIFT) build $(RELEASE) --product orglint-dev
	.ci/install "$$($(SWIFT) build $(RELEASE) --show-bin-path)" "$(DESTDIR)$(PREFIX)"

setup:
	@sh .ci/setup
