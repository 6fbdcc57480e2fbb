# Every target sets up what it needs. CONTRIBUTING.md says what each is for.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BUILD := .build/release
SALA := $(BUILD)/sala
# The program finds the libraries that travel with it beside itself, and they each other (RPATH).
RELEASE := -c release --static-swift-stdlib -Xlinker --disable-new-dtags -Xlinker '-rpath=$$ORIGIN/lib'

.PHONY: help run test check format dist soak bench gold clean build setup

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup:
	@scripts/setup build

build: setup ## Build the program
	swift build $(RELEASE) --product sala

run: build ## Check the curriculum, write both packages, score a synthetic cohort, print the report
	@scripts/run $(SALA)

test: ## Run all tests, those of the browser and the terminal included
	@scripts/setup test
	swift build --build-tests --enable-code-coverage
	swift test --skip-build --enable-code-coverage --parallel
	@scripts/test-browser
	@scripts/test-terminal
	@scripts/test-event

check: ## Everything that CI checks
	@bash .ci/run

format: ## Format the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

dist: build ## One tarball that runs on Debian 12 and Ubuntu 24.04 with nothing installed
	@scripts/dist $(SALA)

soak: build ## Long counts: kills, fuzzing, simulations; figures go to docs/soak.md
	swift build $(RELEASE) --product SalaFuzz
	@scripts/soak $(SALA)

bench: build ## Start-up and throughput, as figures
	@scripts/bench $(SALA)
	@python3 Benchmarks/questions.py $(SALA)
	@python3 Benchmarks/packages.py $(SALA)
	@python3 Benchmarks/records.py $(SALA)
	@python3 Benchmarks/irt.py $(SALA)
	@python3 Benchmarks/analysis.py $(SALA)
	@python3 Benchmarks/schedule.py $(SALA)
	@scripts/setup test
	@.cache/venv/bin/python Tests/Terminal/drive.py $(SALA) time_is_short

gold: build ## Compare with published cases; figures go to docs/gold.md
	@scripts/gold $(SALA)

clean: ## Remove what was built
	rm -rf .build .cache dist exports/*.zip
