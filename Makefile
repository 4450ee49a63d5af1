# The two lines of the README: make run, make test. Everything else is for who works on the program.
# On Windows and macOS, README.md says what to type instead.

PREPARE := $(shell command -v python3 || command -v python) requirements/prepare.py
BIN := .venv/bin

.PHONY: run test test-long check lock format words pictures

run:
	@$(PREPARE) run
	@$(BIN)/python -m ui.main demo

test: check
	@$(BIN)/python -m pytest -q -m "not long" -n 2 --dist worksteal

test-long: check
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal

check:
	@$(PREPARE) dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache

format:
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

# Brings the catalogues of other languages up to the sentences in the sources.
words:
	@$(BIN)/python -m ui.translating

# Draws the README's pictures again.
pictures:
	@$(PREPARE) dev
	@$(BIN)/python -m ui.demo.readme_pictures docs/images

lock:
	uv pip compile --universal --generate-hashes --no-header -q pyproject.toml -o requirements/run.txt
	uv pip compile --universal --generate-hashes --no-header -q pyproject.toml --extra regione --extra grande --group dev -o requirements/dev.txt
