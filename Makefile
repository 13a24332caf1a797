# Needs Python 3.11+ with venv and pip, and git. Everything else is brought by the first target.
SHELL := /bin/bash
.DEFAULT_GOAL := help
# The first Python that runs (a command of that name may be a stub) and is new enough.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(or $(shell for python in python3 python3.11 python3.12 python3.13; do \
	$$python -c '$(NEW_ENOUGH)' 2> /dev/null && echo $$python && break; done),\
	$(error Xiezhi needs Python 3.11 or newer, with venv and pip))
UV := .venv-tools/bin/uv
RUN := .venv/bin
# The lock file names every version; a developer's own index settings must not change it.
export UV_PYTHON_DOWNLOADS := never

.PHONY: reference openapi help demo stop test lint format unit browser bench install clean

help: ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/ready ## a sample government on http://127.0.0.1:8000 (PORT=8000)
	@$(RUN)/xiezhi demo --port $(or $(PORT),8000)

stop: .venv/ready ## stop a database that a killed demo left running
	@$(RUN)/xiezhi stop

test: ## everything CI runs: lint, unit tests, browser tests
	@bash scripts/test.sh

lint: .venv/ready ## ruff, mypy, import-linter
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/mypy
	$(RUN)/lint-imports --no-logo

format: .venv/ready ## let ruff put the code in order
	$(RUN)/ruff check --fix
	$(RUN)/ruff format

unit: .venv/ready ## tests that need no browser, in parallel
	$(RUN)/pytest -n 2 -m "not browser and not slow and not bench"

browser: .venv/ready ## tests that drive Chromium
	$(RUN)/pytest -m browser

openapi: .venv/ready ## write the description of the API (reviewed like code)
	DJANGO_SETTINGS_MODULE=xiezhi.config.settings $(RUN)/python scripts/openapi.py

reference: .venv/ready ## write the reference pages that are read off the code
	PYTHONPATH=. $(RUN)/python scripts/reference.py

bench: .venv/ready ## measurements (BENCH_QUICK=1 for a short one); see docs/explanation/performance.md
	@$(RUN)/python -m tests.benchmarks

install: .venv/ready ## the virtual environment only

.venv/ready: uv.lock pyproject.toml
	@test -x $(UV) || ($(PYTHON) -m venv .venv-tools && .venv-tools/bin/pip install --quiet uv)
	@$(UV) sync --frozen --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')"
	@touch $@

clean: ## remove what can be made again; never .data
	rm -rf .venv .venv-tools .data-test .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
