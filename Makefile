# Needs Python 3.11 or later with pip and venv, and make. `make help` lists the goals.

INSTANCE ?= instances/ind-2026
BENCH ?=
RUN ?= runs/$(notdir $(INSTANCE))-$(shell date -u +%Y%m%dT%H%M%SZ)
ARGS ?=
PYTEST_ARGS ?= -n auto

SUITABLE := import sys, pip, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if $$p -c '$(SUITABLE)' 2>/dev/null; then echo $$p; break; fi; done)

SCREENSHOTS ?= build/screenshots
FIND_BROWSER = for b in chromium chromium-browser google-chrome; do command -v $$b && break; done
VENV := .venv
BIN := $(VENV)/bin
VENV_BENCH := .venv-bench
PIP_INSTALL = $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check install -qq
LOCK = .venv-lock/bin/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

.DEFAULT_GOAL := help
.PHONY: help plan test test-slow test-browser browser bench bench-check setup setup-dev setup-bench docs lock clean

help: ## list the goals
	@sed -n 's/^\([a-z-]*\):.*## /\1 - /p' Makefile | awk -F ' - ' '{ printf "make %-12s %s\n", $$1, $$2 }'

# Exit code 3 is a plan that was made and audited but misses a target: the verdict says so, make goes on.
plan: setup ## plan INSTANCE into RUN; options for the planner go in ARGS
	@$(BIN)/planner solve $(INSTANCE) --out $(RUN) $(ARGS) || { code=$$?; test $$code -eq 3 || exit $$code; }

test: setup-dev ## style, types and tests
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/pytest -q $(PYTEST_ARGS)

# Exit code 5 is pytest's word for no test at all: there may be no slow one.
test-slow: setup-dev ## the tests that take minutes
	@$(BIN)/pytest -q -m slow $(PYTEST_ARGS) || { code=$$?; test $$code -eq 5 || exit $$code; }

# Pictures of the pages are left in SCREENSHOTS, to be looked at.
test-browser: $(VENV)/installed-browser browser ## the tests of pages in a real browser
	@SCREENSHOTS=$(SCREENSHOTS) CHROMIUM="$$($(FIND_BROWSER))" $(BIN)/pytest -q -m browser tests/browser

# Debian's own package; anywhere else, and for anybody but root, it says what is missing.
browser:
	@test -n "$$($(FIND_BROWSER))" || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium ..." >&2; \
			apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; \
		fi; \
	}
	@test -n "$$($(FIND_BROWSER))" || { \
		echo "The tests of pages need Chromium, which is not here and may not be installed by this user." \
			"Install the distribution's package chromium, then try again." >&2; exit 1; }

setup: $(VENV)/installed ## make .venv with what the planner needs to run

setup-dev: $(VENV)/installed-dev ## the same, with the tools for `make test`

# A result that is there for the commit is not measured again. What is measured: benchmarks/README.md.
bench: setup-bench ## measure; BENCH names parts of it, options go in ARGS
	@$(VENV_BENCH)/bin/python -m benchmarks run $(BENCH) $(ARGS)

bench-check: setup-bench ## what got slower since the committed results, by ratios
	@$(VENV_BENCH)/bin/python -m benchmarks check $(ARGS)

setup-bench: $(VENV_BENCH)/installed ## make .venv-bench with the planner and what it is measured against

docs: setup ## make the generated pages again
	@$(BIN)/python -m planner.files.docs
	@$(BIN)/python -m planner.cli.docs

lock: .venv-lock/installed ## pin the dependencies again, with hashes
	@$(LOCK) --upgrade --all-build-deps --output-file requirements.lock pyproject.toml
	@$(LOCK) --upgrade --all-build-deps --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	@$(LOCK) --upgrade --all-build-deps --extra dev --extra browser --constraint requirements-dev.lock \
		--output-file requirements-browser.lock pyproject.toml
	@$(LOCK) --upgrade --all-build-deps --extra bench --constraint requirements.lock \
		--output-file requirements-bench.lock pyproject.toml

clean: ## remove environments and caches; runs stay
	@rm -rf $(VENV) $(VENV_BENCH) .venv-lock build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@if ! $(or $(PYTHON),false) -c '$(SUITABLE)' 2>/dev/null; then \
		echo "Python 3.11 or later with pip and venv is needed; name one with: make PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) ..." >&2
	@$(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(PIP_INSTALL) --no-index --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	@echo "Installing the tools for the tests ..." >&2
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/installed-browser: requirements-browser.lock $(VENV)/installed-dev
	@echo "Installing the tools for tests in a browser ..." >&2
	@$(PIP_INSTALL) --require-hashes -r requirements-browser.lock
	@touch $@

$(VENV_BENCH)/installed: requirements-bench.lock pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV_BENCH) ..." >&2
	@$(PYTHON) -m venv --without-pip $(VENV_BENCH)
	@$(PYTHON) -m pip --python $(VENV_BENCH)/bin/python --disable-pip-version-check install -qq \
		--require-hashes -r requirements-bench.lock
	@$(PYTHON) -m pip --python $(VENV_BENCH)/bin/python --disable-pip-version-check install -qq \
		--no-index --no-build-isolation --no-deps --editable .
	@touch $@

.venv-lock/installed:
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip install --quiet pip-tools==7.6.2
	@touch $@
