# Everything works from a fresh clone with Python 3.11+ and make, and nothing else.
PYTHON ?= python3
BIN = .venv/bin
READY = .venv/.ready

.PHONY: run demo test quick map words check bench seeing safety pictures format clean

run: $(READY)
	@$(BIN)/coach

demo: $(READY)
	@$(BIN)/coach demo

# Four at a time, also on two cores: most of the time goes into waiting for terminals.
test: $(READY)
	$(BIN)/python -m pytest -m "not long" -n 4 --dist worksteal -q

# No terminal, no pictures, no kills: the rules, the services, the shell.
quick: $(READY)
	$(BIN)/python -m pytest -m "not long" -n auto --dist worksteal -q --ignore tests/screens --ignore tests/safety --ignore tests/packaging --ignore-glob "*/test_screens*.py"

map: $(READY)
	$(BIN)/python tests/docs/house_map.py

words: $(READY)
	$(BIN)/python tests/content/typed.py

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# BENCH=--lives measures what years of a life cost; BENCH=--keep adds the run to docs/figures.tsv, for a release.
bench: $(READY)
	$(BIN)/python -m compileall -q coach screens assets
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python tests/promises/bench.py $(BENCH)

seeing: $(READY)
	PYTHONPATH=. $(BIN)/python -m tests.promises.seeing

safety: $(READY)
	$(BIN)/python -m pytest tests/safety tests/exchange -q --long

pictures: $(READY)
	$(BIN)/python tests/docs/pictures.py
	$(BIN)/python -m pytest tests/screens/test_pictures.py --draw -n auto -q

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

# uv installs what the lock names; where there is none, pip fetches it into the environment first.
$(READY): pyproject.toml uv.lock
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf .venv && $(PYTHON) -m venv .venv >/dev/null; } || { rm -rf .venv; \
	  echo "coach: python3 here cannot make environments. On Debian and Ubuntu: apt install python3-venv, then make again." >&2; exit 1; }
	@if command -v uv >/dev/null 2>&1; then uv sync --frozen --inexact --quiet; \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1" \
	  && $(BIN)/uv sync --frozen --inexact --quiet; fi
	@touch $(READY)
