# Two commands do all their own set-up: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.NOTPARALLEL:
# One run shows everything that is wrong, not only the first.
MAKEFLAGS += --keep-going
.PHONY: help run test check setup formatted lint types contracts knowledge tests format bench validation differential book matrix golden schema lock clean

# What `make run` shows; change it freely: make run RUN_ARGS='screen my-client.yaml --lang ru'
RUN_ARGS ?= plan scenarios/photo-ageing-52/client.yaml --html out/plan.html --ics out/plan.ics --on 2026-11-21
TEST_ARGS ?= -n 2 -q
BIN := .venv/bin

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Set up what runs, then plan a course for an example client (terminal, HTML, calendar)
	@tools/bootstrap.sh run
	@mkdir -p out
	$(BIN)/adamas $(RUN_ARGS)

test: setup check differential ## Set up everything, then check everything and ask the second opinion

setup: ## Make .venv with pinned, hash-checked packages
	@tools/bootstrap.sh dev

check: setup formatted lint types contracts knowledge tests differential ## Format, lint, types, import contracts, knowledge, tests

formatted lint types contracts knowledge tests: setup

formatted:
	$(BIN)/ruff format --check --quiet .

lint:
	$(BIN)/ruff check --quiet .

types:
	$(BIN)/mypy $(wildcard src tests tools benchmarks validation conftest.py)

contracts:
	$(BIN)/lint-imports --no-logo

knowledge:
	$(BIN)/adamas lint

tests:
	$(BIN)/pytest $(TEST_ARGS)

format: setup ## Put the code in order
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff check --fix-only --unsafe-fixes --select ANN201,ANN202 --exit-zero --quiet .
	$(BIN)/ruff format --quiet .

bench: setup ## Measure speed against the named peers (benchmarks/)
	@$(BIN)/python -m compileall -q src
	$(BIN)/python -m benchmarks

validation: setup ## Measure the measures of skin on phantoms; prints docs/imaging-validation.md (STUDIES=name ...)
	$(BIN)/python -m tools.validate_imaging $(STUDIES)

differential: setup ## Ask HL7's own engine for a second opinion on every verdict (needs Node)
	$(BIN)/python -m tools.differential

book: setup ## Print the whole knowledge with its reasons to out/book.html
	@mkdir -p out
	$(BIN)/adamas book -o out/book.html

matrix: setup ## Write safety/matrix.md anew: hazard, statement, case, result
	$(BIN)/python -m tools.safety_matrix

golden: setup ## Write the golden traces of the scenarios anew; read the difference before committing it
	$(BIN)/python -m tools.golden

schema: setup ## Publish the JSON Schema of a client file (docs/client.schema.json)
	$(BIN)/python -m tools.schema

lock: ## Choose package versions anew and write both locks
	@tools/lock.sh

clean: ## Remove what was made: .venv, caches, out/
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist out
