# Needs Python 3.11 or newer, git and make. Everything else goes into .venv, below this folder; what checks the
# scripts of the view, where there is node, into node_modules beside them.

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
done)
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := kg/data/sample/page.txt
PAGE := kg/export/html/page
NODE := $(shell command -v npm >/dev/null && node -p 'parseInt(process.versions.node) >= 20 || ""' 2>/dev/null)

.PHONY: demo test scripts benchmark notebooks clean

# A graph of the sample page.
demo: $(VENV)/.program
	$(BIN)/kg build $(SAMPLE) --output output
	@echo "Open output/graph.html in a browser; output/graph.ttl holds the same as Turtle."

# All checks and all tests.
test: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MAKE) --no-print-directory scripts
	$(BIN)/pytest --cov

# Linter, format and types of the scripts of the view.
ifneq ($(NODE),)
scripts: $(PAGE)/node_modules/.package-lock.json
	cd $(PAGE) && npm run --silent check

$(PAGE)/node_modules/.package-lock.json: $(PAGE)/package.json $(PAGE)/package-lock.json
	cd $(PAGE) && npm ci --silent
	@touch $@
else
scripts:
	@echo "Skipped: the scripts of the view are checked where node 20 or newer and npm are installed." >&2
endif

# Speed and memory, and how well pages are read, as the README tells them.
benchmark: $(VENV)/.development
	$(BIN)/python tests/benchmarks/bench.py
	$(BIN)/python -m tests.benchmarks.rdf
	$(BIN)/python tests/benchmarks/reading.py

# Runs the notebooks and saves them with their outputs.
notebooks: $(VENV)/.development
	$(BIN)/python notebooks/save.py

clean:
	rm -rf $(VENV) $(PAGE)/node_modules .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The stamps say what is installed: nothing is fetched again while these files stay as they are.
$(VENV)/.program: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable .
	@touch $@

$(VENV)/.development: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.program

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer, with its venv module, is needed: none was found" \
		"(name one with: make PYTHON=/path/to/python3)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
