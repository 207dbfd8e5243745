# Everything runs in its own virtual environment, .venv; nothing is installed elsewhere.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types accuracy bench docs verify-record clean

demo: $(VENV)/installed  ## check the example page and print the findings
	$(BIN)/foedus check examples/nato-explainer.md --exit-zero

test: $(VENV)/dev  ## run the tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/dev  ## check style and formatting
	$(BIN)/ruff check src tests benchmarks docs && $(BIN)/ruff format --check src tests benchmarks docs

types: $(VENV)/dev  ## check types
	$(BIN)/mypy

accuracy: $(VENV)/dev  ## score the reader on the labelled corpus; fails below the pinned floors
	$(BIN)/python benchmarks/accuracy/score.py --gate

bench: $(VENV)/bench  ## measure speed against named peers
	$(BIN)/python benchmarks/speed/when_cold.py
	$(BIN)/python benchmarks/speed/check_warm.py
	$(BIN)/python benchmarks/speed/load_record.py
	$(BIN)/python benchmarks/speed/scan_archive.py
	$(BIN)/python benchmarks/speed/cores.py
	$(BIN)/python benchmarks/speed/archive_update.py

verify-record: $(VENV)/installed  ## hold the record against the data sets in FOEDUS_DATA_MIRROR
	$(BIN)/python benchmarks/record/verify.py --write

docs: $(VENV)/dev  ## generate the reference pages
	$(BIN)/python docs/generate.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

$(VENV)/bench: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	touch $@

clean:  ## remove the virtual environment
	rm -rf $(VENV)
