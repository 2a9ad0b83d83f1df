# Parley: `make run` opens the reader, `make test` checks everything. Both set up .venv on first use.

SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
# The first interpreter that is new enough; say PYTHON=... to choose another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
GOLD ?= ../shared/gold
PIP := $(PY) -m pip --disable-pip-version-check install --quiet

define HELP_INSTALL
Setting up failed; the lines above say why. What usually helps:
  - no network or a proxy: check that `$(PY) -m pip download six` works
  - no built package for this Python: make clean, then make run PYTHON=python3.12
  - a half-made environment: make clean, then try again
endef
export HELP_INSTALL

.PHONY: help run test lint types layers tests quality quality-floor bench screenshots clean

help:
	@echo 'make run          open the reader on the story in seeds/ (sets up .venv the first time)'
	@echo 'make test         style, types, layers and tests (sets up .venv the first time)'
	@echo 'make screenshots  remake the pictures in docs/ from the real app'
	@echo 'make bench        start-up time, the speed of the analysis, of reloading feeds, of the screen meanwhile, of a large library'
	@echo 'make quality      measure the analysis against hand-made gold (GOLD=folder)'
	@echo 'make clean        remove .venv and caches; your library is kept elsewhere and stays'

run: $(VENV)/.installed
	@$(PY) -m reader open seeds/stories/000_15728a63912c0743.txt

test: lint types layers tests

lint: $(VENV)/.installed-dev
	@echo 'Style ...'
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .

types: $(VENV)/.installed-dev
	@echo 'Types ...'
	@$(VENV)/bin/mypy

layers: $(VENV)/.installed-dev
	@echo 'Layers ...'
	@$(VENV)/bin/lint-imports

tests: $(VENV)/.installed-dev
	@echo 'Tests (the language models are loaded for real: a few minutes) ...'
	@$(PY) -m pytest -n 2 --dist worksteal

quality: $(VENV)/.installed-dev
	@$(PY) bench/quality.py --gold $(GOLD) --write

quality-floor: $(VENV)/.installed-dev
	@$(PY) bench/quality.py --gold $(GOLD) --floor

bench: $(VENV)/.installed-dev
	@$(PY) bench/startup.py
	@$(PY) bench/analysis.py
	@$(PY) bench/reload.py --quick --rounds 3
	@$(PY) bench/frames.py
	@$(PY) bench/library.py --quick

screenshots: $(VENV)/.installed-dev
	@$(PY) docs/make_screenshots.py

$(PY):
	@test -n "$(PYTHON)" || { echo 'Parley needs Python 3.11 or newer; none was found. Install it, or say make run PYTHON=/path/to/python3'; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'Making the virtual environment failed. On Debian and Ubuntu: apt install python3-venv'; exit 1; }

$(VENV)/.installed: pyproject.toml | $(PY)
	@echo 'Installing Parley and its two language models into .venv (about 220 MB, once; a minute or two) ...'
	@$(PIP) --editable . || { echo "$$HELP_INSTALL"; exit 1; }
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(PY)
	@echo 'Installing Parley, its two language models and the test tools into .venv (about 250 MB, once; a minute or two) ...'
	@$(PIP) --editable '.[dev]' || { echo "$$HELP_INSTALL"; exit 1; }
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
