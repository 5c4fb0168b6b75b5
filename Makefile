# Needs Python 3.11 or newer, git and make. Everything else goes into .venv, below this folder; what checks the
# scripts of the view, where there is node, into node_modules beside them.

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
done)
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := kg/data/sample/page.txt
LOWEST := .venv-lowest
INSTALL := -m pip install --quiet --disable-pip-version-check
PAGE := kg/export/html/page
NODE := $(shell command -v npm >/dev/null && node -p 'parseInt(process.versions.node) >= 20 || ""' 2>/dev/null)

.PHONY: demo test test-lowest scripts docs benchmark corpus notebooks clean

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
	$(BIN)/pytest --cov --numprocesses auto --maxprocesses 4 --dist loadfile

# Linter, format and types of the scripts of the view. Their tools are no part of the program: where they
# cannot be had, only CI insists.
ifneq ($(NODE),)
scripts: $(PAGE)/node_modules/.package-lock.json
	@test ! -d $(PAGE)/node_modules/typescript || (cd $(PAGE) && npm run --silent check)

$(PAGE)/node_modules/.package-lock.json: $(PAGE)/package.json $(PAGE)/package-lock.json
	@cd $(PAGE) && npm ci --silent || { echo "Skipped: the tools for the scripts of the view cannot be had." >&2; \
		test -z "$(CI)"; }
	@test ! -f $@ || touch $@
else
scripts:
	@echo "Skipped: the scripts of the view are checked where node 20 or newer and npm are installed." >&2
endif

# The tests of the program itself, with the lowest versions of libraries that pyproject.toml allows.
test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/python -m pytest --disable-warnings tests/cli tests/graph tests/linker tests/ner \
		tests/export/test_*.py tests/export/rdf tests/validation/test_checks.py tests/test_sample.py \
		tests/query/test_engine.py tests/evaluation tests/building/test_intake.py

# The pages and pictures that are made from the code and from the ontology.
docs: $(VENV)/.development
	$(BIN)/python -m docs.make
	$(BIN)/python ontology/reference.py

# Speed and memory, and how well pages are read, as the README tells them.
benchmark: $(VENV)/.development
	$(BIN)/python tests/benchmarks/bench.py
	$(BIN)/python -m tests.benchmarks.rdf
	$(BIN)/python tests/benchmarks/reading.py

# A whole corpus, what became of it, and where time and memory go: make corpus CORPUS=path/to/articles.jsonl
corpus: $(VENV)/.development
	$(BIN)/python -m tests.benchmarks.corpus $(CORPUS) --output output/corpus

# Runs the notebooks and saves them with their outputs.
notebooks: $(VENV)/.development
	$(BIN)/python notebooks/save.py

clean:
	rm -rf $(VENV) $(LOWEST) $(PAGE)/node_modules .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The stamps say what is installed: nothing is fetched again while these files stay as they are.
$(VENV)/.program: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python $(INSTALL) -c constraints.txt --editable .
	@touch $@

$(VENV)/.development: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python $(INSTALL) -c constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.program

# Made anew each time, so that nothing newer stays in it.
$(LOWEST)/.installed: pyproject.toml constraints.txt tests/lowest.py | $(VENV)/.development
	rm -rf $(LOWEST)
	$(BIN)/python -m venv $(LOWEST)
	$(BIN)/python -m tests.lowest >$(LOWEST)/constraints.txt
	$(LOWEST)/bin/python $(INSTALL) -c $(LOWEST)/constraints.txt --editable . pytest hypothesis
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer, with its venv module, is needed: none was found" \
		"(name one with: make PYTHON=/path/to/python3)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
