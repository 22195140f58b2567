# make demo   installs what is missing, builds, lints the sample company, shows the report
# make test   the same set-up, runs every test
# make bench  measures whole checks against a bare libyaml pass over the same files

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD_FLAGS ?= --explicit-target-dependency-import-check error

.PHONY: demo test bench docs format lint install setup try-swift-hook

demo: setup
	$(SWIFT) build --product orglint
	-@$$($(SWIFT) build --show-bin-path)/orglint check samples/velmora --today 2026-11-24

test: setup
	$(SWIFT) test --disable-xctest $(BUILD_FLAGS)
	$(SWIFT) run --skip-build orglint test rules

bench: setup
	$(SWIFT) build -c release --product orglint
	$(SWIFT) build -c release --product orglint-dev
	python3 Benchmarks/bench $(BENCH)

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
	$(SWIFT) build -c release --product orglint
	$(SWIFT) build -c release --product orglint-dev
	.ci/install "$$($(SWIFT) build -c release --show-bin-path)" "$(DESTDIR)$(PREFIX)"

setup:
	@sh .ci/setup
