# Two commands on a fresh machine: `make demo` and `make test`.
# With uv on the path everything runs through uv; without it, in a .venv made by venv and pip.

PYTHON ?= $(firstword $(foreach name,python3.11 python3 python,$(if $(shell command -v $(name)),$(name))))
UV := $(shell command -v uv)
ARGS ?=
NEXT ?= 1.0a41

ifdef UV
READY :=
RUN := uv run$() # the space matters: RUN stands before each command
else
READY := .venv/.ready
RUN := .venv/bin/
endif

PINS := --constraint constraints.txt --build-constraint constraints.txt

.PHONY: help demo test test-next lint format fresh schemas reference constraints ci clean

help: ## Say what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)$$/make \1|\2/p' Makefile | while IFS='|' read -r target what; do printf '%-18s %s\n' "$$target" "$$what"; done

demo: $(READY) ## Segment and store the sample articles in claims-demo.db here, and show the claims
	$(RUN)claims demo $(ARGS)

test: $(READY) ## Run the tests (ARGS="-k name" passes options on to pytest)
	$(RUN)pytest $(ARGS)

# An alpha may break any day, so what fails here is shown and fails nothing.
test-next: .venv-next/.ready ## Run the plugin's tests on the coming Datasette 1.0 (what fails there is shown, no more)
	-.venv-next/bin/python -m pytest tests/plugin --ignore tests/plugin/browser $(ARGS)

lint: $(READY) ## Check style, types and the direction of imports
	$(RUN)ruff check .
	$(RUN)ruff format --check .
	$(RUN)mypy
	$(RUN)lint-imports --no-cache

format: $(READY) ## Put the code into its agreed shape
	$(RUN)ruff check --fix .
	$(RUN)ruff format .

fresh: $(READY) ## Check that every generated file is what its generator writes
	@stale=0; for script in scripts/write_*.py; do echo "$$script --check"; $(RUN)python "$$script" --check || stale=1; done; exit $$stale

schemas: $(READY) ## Write schemas/*.json from the models
	$(RUN)python scripts/write_schemas.py

reference: $(READY) ## Write the generated pages of docs/
	@for script in scripts/write_*_reference.py; do echo "$$script"; $(RUN)python "$$script" || exit 1; done

constraints: $(READY) ## Pin what is installed now, in constraints.txt and pyproject.toml
	$(RUN)python scripts/write_constraints.py

ci: ## Everything that continuous integration checks
	.ci/run

clean: ## Remove the environment and whatever was built
	rm -rf .venv .venv-next build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# pip learns dependency groups in 25.1, so the pinned pip comes first. The stamp is set last: an
# installation that was cut short is taken up again.
.venv/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Claimdesk needs Python 3.11 or later. Try: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	.venv/bin/python -m pip install --quiet $(PINS) --editable . --group dev
	@touch $@

.venv-next/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-next
	.venv-next/bin/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	grep -v '^datasette==' constraints.txt >.venv-next/constraints.txt
	.venv-next/bin/python -m pip install --quiet --constraint .venv-next/constraints.txt --editable . --group dev datasette==$(NEXT)
	@touch $@
